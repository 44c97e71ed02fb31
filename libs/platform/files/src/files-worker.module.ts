import { Module } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { EventHandlers } from '@platform/jobs';
import { CONTENT_ORPHANED, Files } from './files.service';
import { FileStorage } from './storage/file-storage';
import { StoredFile } from './stored-file.entity';

const DAY_MS = 86_400_000;

/** Removes files that no record has used for a day, and the bytes of files whose rows are gone. */
@Module({})
export class FilesWorkerModule {
  constructor(
    handlers: EventHandlers,
    private readonly files: Files,
    storage: FileStorage,
  ) {
    handlers.daily('remove-unused-files', '03:10', (tx) => this.removeUnused(tx));
    handlers.outside(CONTENT_ORPHANED, 'remove-file-content', {
      prepare: async (_tx, event) => String(event.payload.storageKey),
      send: async (storageKey: string) => {
        await storage.remove(storageKey);
        return null;
      },
      settle: async () => undefined,
    });
  }

  private async removeUnused(tx: Tx): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `select id from file where tenant_id = $1 and attached_at is null and updated_at < $2 for update`,
      [tx.tenantId, new Date(tx.now.getTime() - DAY_MS)],
    );
    for (const file of await tx.rows(StoredFile).find({ id: rows.map((row) => row.id) }))
      await this.files.remove(tx, file);
  }
}
