import { Module } from '@nestjs/common';
import { EventHandlers } from '@platform/jobs';
import { DirectoryModule } from './directory.module';
import { IMPORT_CONFIRMED, ImportsService } from './import-runs/imports.service';

/** What the directory does in the background. */
@Module({ imports: [DirectoryModule] })
export class DirectoryWorkerModule {
  constructor(handlers: EventHandlers, imports: ImportsService) {
    handlers.on(IMPORT_CONFIRMED, 'carry-out-import', async (tx, event) => {
      await imports.carryOut(tx, String(event.payload.importId));
    });
  }
}
