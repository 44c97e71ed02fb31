import { Controller, Get, Query } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor } from '@platform/http';
import { ConsensusRating } from '../consensus/consensus-rating.entity';
import { Assessment } from '../rounds/assessment.entity';
import { CaseloadQueries } from './caseload.queries';
import { CaseloadResponse } from './caseload.response';
import { HeatMapCellResponse, HeatMapResponse } from './heat-map.response';
import { HeatMapQueries } from './heat-map.queries';
import { MyWorkResponse } from './my-work.response';
import { MyWorkQueries } from './my-work.queries';
import { HeatMapQuery } from './readiness.request';

/** Views over several partnerships. */
@ApiTags('readiness')
@ApiExtraModels(HeatMapCellResponse)
@Controller('api/v1/t/:tenant/readiness')
export class ReadinessController {
  constructor(
    private readonly heatMaps: HeatMapQueries,
    private readonly caseloads: CaseloadQueries,
    private readonly work: MyWorkQueries,
  ) {}

  /** Elements by partnership, from the latest locked assessments. */
  @Get('heat-map')
  @Can('read', ConsensusRating)
  heatMap(@CurrentActor() actor: Actor, @Query() query: HeatMapQuery): Promise<HeatMapResponse> {
    return this.heatMaps.heatMap(actor, query);
  }

  /** The partnerships that the caller looks after, and what needs the caller. */
  @Get('caseload')
  @Can('watch', Assessment)
  caseload(@CurrentActor() actor: Actor): Promise<CaseloadResponse> {
    return this.caseloads.caseload(actor);
  }

  /** What waits for the caller. */
  @Get('my-work')
  @Can('read', Assessment)
  myWork(@CurrentActor() actor: Actor): Promise<MyWorkResponse> {
    return this.work.myWork(actor);
  }
}
