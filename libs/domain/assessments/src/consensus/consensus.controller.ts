import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, FirstOrVersion, IdParam, NeedsFirstOrVersion } from '@platform/http';
import { Assessment } from '../rounds/assessment.entity';
import { ConfirmConsensusRequest, ConsensusQuery, RecordConsensusRequest } from './consensus.request';
import { ConfirmationResponse, ConsensusItem, ConsensusResponse } from './consensus.response';
import { ConsensusQueries } from './consensus.queries';
import { ConsensusRating } from './consensus-rating.entity';
import { ConsensusService } from './consensus.service';

/** The consensus talk. */
@ApiTags('assessments')
@Controller('api/v1/t/:tenant/assessments/:id/consensus')
export class ConsensusController {
  constructor(
    private readonly consensus: ConsensusService,
    private readonly queries: ConsensusQueries,
  ) {}

  /** The agenda with the spread that the caller may see, evidence, comments and what was recorded. */
  @Get()
  @Can('read', ConsensusRating)
  list(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { view }: ConsensusQuery,
  ): Promise<ConsensusResponse> {
    return this.queries.list(actor, id, view);
  }

  /** Records what the team agreed on for one indicator. */
  @Put(':indicatorKey')
  @NeedsFirstOrVersion()
  @Can('facilitate', Assessment)
  async record(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Param('indicatorKey') indicatorKey: string,
    @FirstOrVersion() version: number | null,
    @Body() body: RecordConsensusRequest,
  ): Promise<ConsensusItem> {
    await this.consensus.record(actor, id, indicatorKey, version, body);
    return this.queries.one(actor, id, indicatorKey);
  }

  /** Confirms indicators of the last group together. */
  @Post('confirm')
  @HttpCode(200)
  @Can('facilitate', Assessment)
  confirm(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { indicatorKeys }: ConfirmConsensusRequest,
  ): Promise<ConfirmationResponse> {
    return this.consensus.confirm(actor, id, indicatorKeys);
  }
}
