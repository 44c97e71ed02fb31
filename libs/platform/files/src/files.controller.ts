import { Controller, Delete, Get, Header, HttpCode, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import { Database } from '@platform/database';
import { Can, CurrentActor, IdParam, IfMatch, ListQuery, mapPage, NeedsVersion } from '@platform/http';
import { FilePageResponse, FileResponse } from './dto/file.response';
import { FilesQueries } from './files.queries';
import { Files } from './files.service';
import { readUpload } from './read-upload';
import { StoredFile } from './stored-file.entity';

const ATTRIBUTE_UNSAFE = /['()*]/g;
const NOT_ASCII = /[^\x20-\x7e]|["\\%]/g;

/** RFC 6266: a plain name for old programs, and the real one. */
function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(ATTRIBUTE_UNSAFE, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${name.replace(NOT_ASCII, '_')}"; filename*=UTF-8''${encoded}`;
}

/** Files: uploaded once, then given to the record that uses them. */
@Controller('api/v1/t/:tenant/files')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly queries: FilesQueries,
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The files that one uploaded oneself. */
  @Get()
  @Can('read', StoredFile)
  async list(@CurrentActor() actor: Actor, @Query() query: ListQuery): Promise<FilePageResponse> {
    return mapPage(await this.queries.list(actor, query), (file) => this.response(actor, file));
  }

  /** Uploads a file. Its type is decided by its content. */
  @Post()
  @Can('create', StoredFile)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['purpose', 'file'],
      properties: { purpose: { type: 'string' }, file: { type: 'string', format: 'binary' } },
    },
  })
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<FileResponse> {
    return this.response(actor, await readUpload(request, this.files, actor));
  }

  /** What is known of a file. */
  @Get(':id')
  @Can('read', StoredFile)
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FileResponse> {
    const file = await this.database.read(actor, (tx) => this.files.find(tx, id));
    return this.response(actor, file);
  }

  /** The bytes of a file, always to be saved and never to be run. */
  @Get(':id/content')
  @Can('read', StoredFile)
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  async content(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.files.open(actor, id);
    void reply.header('etag', `"${file.sha256}"`);
    return new StreamableFile(content, { type: file.type, disposition: attachment(file.name), length: file.size });
  }

  /** Deletes a file that no record uses. */
  @Delete(':id')
  @HttpCode(204)
  @Can('delete', StoredFile)
  @NeedsVersion()
  delete(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<void> {
    return this.files.delete(actor, id, version);
  }

  private response(actor: Actor, file: StoredFile): FileResponse {
    return FileResponse.from(file, this.access.allowed(actor, file, ['delete']));
  }
}
