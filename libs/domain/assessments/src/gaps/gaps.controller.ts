import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import { Gap } from './gap.entity';
import { GapListQuery, PrioritizeGapRequest } from './gap.request';
import { GapListResponse, GapResponse } from './gap.response';
import { GapsQueries } from './gaps.queries';
import { GapsService } from './gaps.service';

/** Gaps between consensus and target, and their priorities. */
@ApiTags('gaps')
@Controller('api/v1/t/:tenant/gaps')
export class GapsController {
  constructor(
    private readonly gaps: GapsService,
    private readonly queries: GapsQueries,
  ) {}

  /** Gaps that the caller may see, in their order. */
  @Get()
  @Can('read', Gap)
  @ApiOkResponse({ type: GapListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: GapListQuery): Promise<GapListResponse> {
    return this.queries.list(actor, query);
  }

  /** One gap. */
  @Get(':id')
  @Can('read', Gap)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<GapResponse> {
    return this.queries.one(actor, id);
  }

  /** Ranks a gap: impact, effort, band, choice, and what must close before. */
  @Patch(':id')
  @NeedsVersion()
  @Can('update', Gap)
  async prioritize(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: PrioritizeGapRequest,
  ): Promise<GapResponse> {
    await this.gaps.prioritize(actor, id, version, body);
    return this.queries.one(actor, id);
  }
}
