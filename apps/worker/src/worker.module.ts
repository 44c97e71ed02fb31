import { Module } from '@nestjs/common';
import { AccessModule } from '@platform/access';
import { AuditWorkerModule } from '@platform/audit';
import { AuthWorkerModule } from '@platform/auth';
import { ClockModule } from '@platform/clock';
import { ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { FilesModule, FilesWorkerModule } from '@platform/files';
import { I18nModule } from '@platform/i18n';
import { JobsWorkerModule } from '@platform/jobs';
import { LinksModule, LinksWorkerModule } from '@platform/links';
import { MailModule, MailWorkerModule } from '@platform/mail';
import { OutboxModule } from '@platform/outbox';
import { TraceModule } from '@platform/trace';
import { AssessmentsWorkerModule } from '@domain/assessments';
import { DirectoryWorkerModule } from '@domain/directory';
import { PartnershipsModule } from '@domain/partnerships';

/** Reacts to events, runs schedules, and does everything that waits for others. Serves no requests. */
@Module({
  imports: [
    ConfigModule,
    ClockModule,
    DatabaseModule,
    AccessModule,
    OutboxModule,
    I18nModule,
    MailModule,
    TraceModule,
    PartnershipsModule,
    FilesModule,
    LinksModule,
    JobsWorkerModule,
    AuditWorkerModule,
    AuthWorkerModule,
    MailWorkerModule,
    FilesWorkerModule,
    LinksWorkerModule,
    DirectoryWorkerModule,
    AssessmentsWorkerModule,
  ],
})
export class WorkerModule {}
