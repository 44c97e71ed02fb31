import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import { Assessment } from './assessment.entity';
import {
  AssessmentListQuery,
  CreateAssessmentRequest,
  MoveAssessmentRequest,
  UpdateAssessmentRequest,
} from './assessment.request';
import { AssessmentListResponse, AssessmentResponse } from './assessment.response';
import { AssessmentsQueries } from './assessments.queries';
import { AssessmentsService, type Step } from './assessments.service';

/** Assessments and their steps. Every change answers the whole assessment as it is then. */
@ApiTags('assessments')
@Controller('api/v1/t/:tenant/assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly queries: AssessmentsQueries,
  ) {}

  /** Assessments that the caller may see. */
  @Get()
  @Can('read', Assessment)
  @ApiOkResponse({ type: AssessmentListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: AssessmentListQuery): Promise<AssessmentListResponse> {
    return this.queries.list(actor, query);
  }

  /** One assessment. */
  @Get(':id')
  @Can('read', Assessment)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AssessmentResponse> {
    return this.queries.one(actor, id);
  }

  /** Makes an assessment in draft. */
  @Post()
  @Can('create', Assessment)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateAssessmentRequest): Promise<AssessmentResponse> {
    const { id } = await this.assessments.create(actor, body);
    return this.queries.one(actor, id);
  }

  /** Changes title, day, purpose or facilitator; anonymity and elements only in draft. */
  @Patch(':id')
  @NeedsVersion()
  @Can('update', Assessment)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateAssessmentRequest,
  ): Promise<AssessmentResponse> {
    await this.assessments.update(actor, id, version, body);
    return this.queries.one(actor, id);
  }

  /** Opens answering and asks the respondents by mail. */
  @Post(':id/open')
  @HttpCode(200)
  @Can('open', Assessment)
  open(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: MoveAssessmentRequest,
  ): Promise<AssessmentResponse> {
    return this.move(actor, id, 'open', body);
  }

  /** Ends answering; from here on the spread can be seen. */
  @Post(':id/close')
  @HttpCode(200)
  @Can('close', Assessment)
  close(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: MoveAssessmentRequest,
  ): Promise<AssessmentResponse> {
    return this.move(actor, id, 'close', body);
  }

  /** Begins the consensus talk. */
  @Post(':id/start-consensus')
  @HttpCode(200)
  @Can('start_consensus', Assessment)
  startConsensus(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: MoveAssessmentRequest,
  ): Promise<AssessmentResponse> {
    return this.move(actor, id, 'start_consensus', body);
  }

  /** Hands the result over for approval; every indicator needs an outcome. */
  @Post(':id/request-approval')
  @HttpCode(200)
  @Can('request_approval', Assessment)
  requestApproval(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: MoveAssessmentRequest,
  ): Promise<AssessmentResponse> {
    return this.move(actor, id, 'request_approval', body);
  }

  /** Gives the result back to the talk, with a reason. */
  @Post(':id/return')
  @HttpCode(200)
  @Can('return', Assessment)
  giveBack(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: MoveAssessmentRequest,
  ): Promise<AssessmentResponse> {
    return this.move(actor, id, 'return', body);
  }

  /** Approves the result: it is fixed, and the gaps are computed. */
  @Post(':id/lock')
  @HttpCode(200)
  @Can('lock', Assessment)
  lock(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: MoveAssessmentRequest,
  ): Promise<AssessmentResponse> {
    return this.move(actor, id, 'lock', body);
  }

  /** Takes up the answers again (closed) or the talk (locked), with a reason; the locked result is kept. */
  @Post(':id/reopen')
  @HttpCode(200)
  @Can('reopen_answers', Assessment)
  reopen(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: MoveAssessmentRequest,
  ): Promise<AssessmentResponse> {
    return this.move(actor, id, 'reopen', body);
  }

  private async move(
    actor: Actor,
    id: string,
    step: Step,
    { reason }: MoveAssessmentRequest,
  ): Promise<AssessmentResponse> {
    await this.assessments.move(actor, id, step, reason ?? null);
    return this.queries.one(actor, id);
  }
}
