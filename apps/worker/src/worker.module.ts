import { Module } from '@nestjs/common';
import { AccessModule } from '@platform/access';
import { AuditWorkerModule } from '@platform/audit';
import { ClockModule } from '@platform/clock';
import { ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { FilesModule, FilesWorkerModule } from '@platform/files';
import { JobsWorkerModule } from '@platform/jobs';
import { MailWorkerModule } from '@platform/mail';
import { OutboxModule } from '@platform/outbox';
import { TraceModule } from '@platform/trace';

/** Reacts to events, runs schedules, and does everything that waits for others. Serves no requests. */
@Module({
  imports: [
    ConfigModule,
    ClockModule,
    DatabaseModule,
    AccessModule,
    OutboxModule,
    TraceModule,
    JobsWorkerModule,
    AuditWorkerModule,
    MailWorkerModule,
    FilesModule,
    FilesWorkerModule,
  ],
})
export class WorkerModule {}
