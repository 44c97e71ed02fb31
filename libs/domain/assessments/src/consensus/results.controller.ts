import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, FirstOrVersion, IdParam, NeedsFirstOrVersion } from '@platform/http';
import { Assessment } from '../rounds/assessment.entity';
import { ConsensusRating } from './consensus-rating.entity';
import { ResultsResponse } from './result.response';
import { ResultsQueries } from './results.queries';
import { SetTargetRequest, TargetItem, TargetListResponse } from './target.response';
import { TargetsService } from './targets.service';

/** Results and the levels aimed at. */
@ApiTags('assessments')
@Controller('api/v1/t/:tenant/assessments/:id')
export class ResultsController {
  constructor(
    private readonly results: ResultsQueries,
    private readonly targets: TargetsService,
  ) {}

  /** The result by element and strategy; a preview before the lock. */
  @Get('results')
  @Can('read', ConsensusRating)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ResultsResponse> {
    return this.results.one(actor, id);
  }

  /** The level aimed at for every indicator in scope, with its history. */
  @Get('targets')
  @Can('read', Assessment)
  listTargets(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TargetListResponse> {
    return this.targets.list(actor, id);
  }

  /** Sets the level aimed at for one indicator. */
  @Put('targets/:indicatorKey')
  @NeedsFirstOrVersion()
  @Can('set_targets', Assessment)
  setTarget(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Param('indicatorKey') indicatorKey: string,
    @FirstOrVersion() version: number | null,
    @Body() { level }: SetTargetRequest,
  ): Promise<TargetItem> {
    return this.targets.set(actor, id, indicatorKey, version, level);
  }
}
