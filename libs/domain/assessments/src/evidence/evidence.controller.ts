import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, NeedsVersion } from '@platform/http';
import { Evidence } from './evidence.entity';
import { CreateEvidenceRequest, EvidenceListQuery, UpdateEvidenceRequest } from './evidence.request';
import { EvidenceListResponse, EvidenceResponse } from './evidence.response';
import { EvidenceQueries } from './evidence.queries';
import { EvidenceService } from './evidence.service';

/** Evidence of partnerships. */
@ApiTags('evidence')
@Controller('api/v1/t/:tenant/evidence')
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly queries: EvidenceQueries,
  ) {}

  /** Evidence that the caller may see. */
  @Get()
  @Can('read', Evidence)
  @ApiOkResponse({ type: EvidenceListResponse })
  list(@CurrentActor() actor: Actor, @Query() query: EvidenceListQuery): Promise<EvidenceListResponse> {
    return this.queries.list(actor, query);
  }

  /** One piece of evidence. */
  @Get(':id')
  @Can('read', Evidence)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EvidenceResponse> {
    return this.queries.one(actor, id);
  }

  /** Adds evidence by link or file. */
  @Post()
  @Can('create', Evidence)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateEvidenceRequest): Promise<EvidenceResponse> {
    const { id } = await this.evidence.create(actor, body);
    return this.queries.one(actor, id);
  }

  /** Changes evidence. */
  @Patch(':id')
  @NeedsVersion()
  @Can('update', Evidence)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() version: number,
    @Body() body: UpdateEvidenceRequest,
  ): Promise<EvidenceResponse> {
    await this.evidence.update(actor, id, version, body);
    return this.queries.one(actor, id);
  }

  /** Removes evidence on which no rating rests. */
  @Delete(':id')
  @NeedsVersion()
  @HttpCode(204)
  @Can('delete', Evidence)
  remove(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.evidence.delete(actor, id, version);
  }
}
