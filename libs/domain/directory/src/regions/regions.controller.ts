import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import { Region } from '../region.entity';
import { CreateRegionRequest, RegionListQuery, UpdateRegionRequest } from './dto/region.request';
import { RegionListResponse, RegionResponse } from './dto/region.response';
import { RegionsService } from './regions.service';

/** The parts of a tenant's territory. */
@ApiTags('regions')
@Controller('api/v1/t/:tenant/regions')
export class RegionsController {
  constructor(private readonly regions: RegionsService) {}

  /** The regions. */
  @Get()
  @Can('read', Region)
  @ApiOkResponse({ type: RegionListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: RegionListQuery): Promise<RegionListResponse> {
    return this.regions.list(actor, query);
  }

  /** One region. */
  @Get(':id')
  @Can('read', Region)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RegionResponse> {
    return this.regions.one(actor, id);
  }

  /** Adds a region. */
  @Post()
  @Can('create', Region)
  create(@CurrentActor() actor: Actor, @Body() body: CreateRegionRequest): Promise<RegionResponse> {
    return this.regions.create(actor, body);
  }

  /** Changes a region. */
  @Patch(':id')
  @NeedsVersion()
  @Can('update', Region)
  update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateRegionRequest,
  ): Promise<RegionResponse> {
    return this.regions.update(actor, id, version, body);
  }

  /** Deletes a region in which nothing lies. */
  @Delete(':id')
  @HttpCode(204)
  @NeedsVersion()
  @Can('delete', Region)
  delete(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.regions.delete(actor, id, version);
  }
}
