import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import { Database } from '@platform/database';
import { type ListQuery, mapPage, type Page, readPage } from '@platform/http';
import type { ImportRowListQuery } from './dto/import.request';
import { ImportResponse, ImportRowResponse } from './dto/import.response';
import { ImportRow, ImportRun } from './import-run.entity';

/** Reads imports and their rows. */
@Injectable()
export class ImportsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** Imports, newest first. */
  list(actor: Actor, list: ListQuery): Promise<Page<ImportResponse>> {
    return this.database.read(actor, async (tx) => {
      const page = await readPage<ImportRun, ImportRun>(tx, tx.readable(ImportRun, 'i'), list, {
        sort: { createdAt: { by: 'i.createdAt', of: (run) => run.createdAt } },
        defaultSort: '-createdAt',
        idColumn: 'i.id',
        idOf: (run) => run.id,
      });
      return mapPage(page, (run) => this.respond(actor, run));
    });
  }

  /** One import. @throws NotFound */
  one(actor: Actor, id: string): Promise<ImportResponse> {
    return this.database.read(actor, async (tx) => this.respond(actor, await tx.rows(ImportRun).visible(id)));
  }

  /** Rows of an import in the order of the file. @throws NotFound */
  rows(actor: Actor, importId: string, list: ImportRowListQuery): Promise<Page<ImportRowResponse>> {
    return this.database.read(actor, async (tx) => {
      const run = await tx.rows(ImportRun).visible(importId);
      const query = tx.readable(ImportRow, 'r').where('r.importId = :importId', { importId });
      if (list.action) query.where('r.action = any(:actions)', { actions: list.action.split(',') });
      if (list.severity) query.where('r.severity = any(:severities)', { severities: list.severity.split(',') });
      const page = await readPage<ImportRow, ImportRow>(tx, query, list, {
        sort: { line: { by: 'r.line', of: (row) => row.line } },
        defaultSort: 'line',
        idColumn: 'r.id',
        idOf: (row) => row.id,
      });
      const open = run.status === 'preview' && this.access.can(actor, 'update', run);
      return mapPage(page, (row) => ImportRowResponse.from(row, open));
    });
  }

  private respond(actor: Actor, run: ImportRun): ImportResponse {
    const open = run.status === 'preview' ? this.access.allowed(actor, run, ['update', 'delete']) : [];
    return ImportResponse.from(run, open.includes('update') ? ['apply', ...open] : open);
  }
}
