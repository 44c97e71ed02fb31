import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam, IfMatch, ListQuery, NeedsVersion } from '@platform/http';
import { DecideRowRequest, ImportRowListQuery } from './dto/import.request';
import { ImportPageResponse, ImportResponse, ImportRowPageResponse, ImportRowResponse } from './dto/import.response';
import { ImportRun } from './import-run.entity';
import { ImportsQueries } from './imports.queries';
import { ImportsService } from './imports.service';
import { readListUpload } from './read-list-upload';

/** Imports of lists of organizations: a preview first, then all of it or nothing. */
@ApiTags('imports')
@Controller('api/v1/t/:tenant/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly queries: ImportsQueries,
  ) {}

  /** Imports, newest first. */
  @Get()
  @Can('read', ImportRun)
  @ApiOkResponse({ type: ImportPageResponse })
  list(@CurrentActor() actor: Actor, @Query() query: ListQuery): Promise<ImportPageResponse> {
    return this.queries.list(actor, query);
  }

  /** Uploads a list and says what importing it would do; changes nothing. */
  @Post()
  @Can('create', ImportRun)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        createClosed: { type: 'boolean', description: 'Also make organizations that the list marks as closed' },
        state: { type: 'string', description: 'Two letters; rows of other states are skipped' },
      },
    },
  })
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ImportResponse> {
    const { bytes, choices } = await readListUpload(request);
    const { id } = await this.imports.preview(actor, bytes, choices);
    return this.queries.one(actor, id);
  }

  /** One import. */
  @Get(':id')
  @Can('read', ImportRun)
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ImportResponse> {
    return this.queries.one(actor, id);
  }

  /** Rows of an import in the order of the file. */
  @Get(':id/rows')
  @Can('read', ImportRun)
  rows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: ImportRowListQuery,
  ): Promise<ImportRowPageResponse> {
    return this.queries.rows(actor, id, query);
  }

  /** Decides about one row. */
  @Patch(':id/rows/:rowId')
  @NeedsVersion()
  @Can('update', ImportRun)
  async decide(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('rowId') rowId: string,
    @IfMatch() version: number,
    @Body() body: DecideRowRequest,
  ): Promise<ImportRowResponse> {
    const row = await this.imports.decide(actor, id, rowId, version, body.decision, body.organizationId ?? null);
    return ImportRowResponse.from(row, true);
  }

  /** Confirms an import: it is carried out in the background, as a whole. */
  @Post(':id/apply')
  @HttpCode(202)
  @Can('update', ImportRun)
  async apply(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ImportResponse> {
    await this.imports.confirm(actor, id, undefined);
    return this.queries.one(actor, id);
  }

  /** Throws a preview away. */
  @Delete(':id')
  @NeedsVersion()
  @HttpCode(204)
  @Can('delete', ImportRun)
  discard(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.imports.discard(actor, id, version);
  }
}
