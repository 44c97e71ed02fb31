import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/context';
import { Database } from '@platform/database';
import { type ListQuery, type Page, type PageSpec, readPage } from '@platform/http';
import { StoredFile } from './stored-file.entity';

const PAGES: PageSpec<StoredFile> = {
  sort: {
    name: { by: 'file.name', of: (file) => file.name },
    size: { by: 'file.size', of: (file) => file.size },
    createdAt: { by: 'file.createdAt', of: (file) => file.createdAt.toISOString() },
  },
  defaultSort: '-createdAt',
  idColumn: 'file.id',
  idOf: (file) => file.id,
};

/** Reads about files. */
@Injectable()
export class FilesQueries {
  constructor(private readonly database: Database) {}

  /** Files that the actor uploaded, newest first; one that is still coming in is not among them. */
  list(actor: Actor, query: ListQuery): Promise<Page<StoredFile>> {
    return this.database.read(actor, (tx) => {
      const files = tx.readable(StoredFile, 'file').where('file.storedAt is not null');
      return readPage(tx, files, query, PAGES);
    });
  }
}
