import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import { Assessment } from '../rounds/assessment.entity';
import { AddRespondentRequest } from './respondent.request';
import { RespondentListResponse, RespondentResponse } from './respondent.response';
import { RespondentsQueries } from './respondents.queries';
import { RespondentsService } from './respondents.service';

/** The people who are asked to answer an assessment. */
@ApiTags('assessments')
@Controller('api/v1/t/:tenant/assessments/:id/respondents')
export class RespondentsController {
  constructor(
    private readonly respondents: RespondentsService,
    private readonly queries: RespondentsQueries,
  ) {}

  /** The team; somebody who only answers sees themselves. */
  @Get()
  @Can('read', Assessment)
  list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RespondentListResponse> {
    return this.queries.list(actor, id);
  }

  /** Asks a person, in draft or while answering is open. */
  @Post()
  @Can('invite', Assessment)
  async add(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: AddRespondentRequest,
  ): Promise<RespondentResponse> {
    const respondent = await this.respondents.add(actor, id, body);
    return this.queries.one(actor, respondent.id);
  }

  /** Takes somebody off the team who has not answered. */
  @Delete(':respondentId')
  @NeedsVersion()
  @HttpCode(204)
  @Can('invite', Assessment)
  remove(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('respondentId') respondentId: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.respondents.remove(actor, id, respondentId, version);
  }
}
