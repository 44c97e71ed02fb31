import { Module } from '@nestjs/common';
import { AccessModule } from '@platform/access';
import { AuditModule } from '@platform/audit';
import { AuthModule } from '@platform/auth';
import { ClockModule } from '@platform/clock';
import { ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { FilesModule } from '@platform/files';
import { I18nModule } from '@platform/i18n';
import { JobsModule } from '@platform/jobs';
import { LinksModule } from '@platform/links';
import { MailModule } from '@platform/mail';
import { OutboxModule } from '@platform/outbox';
import { TraceModule } from '@platform/trace';
import { AssessmentsModule } from '@domain/assessments';
import { DirectoryModule } from '@domain/directory';
import { PartnershipsModule } from '@domain/partnerships';

/** The services that commands work with: every module of the domain, without routes and without jobs. */
@Module({
  imports: [
    ConfigModule,
    ClockModule,
    DatabaseModule,
    AccessModule,
    OutboxModule,
    AuditModule,
    JobsModule,
    I18nModule,
    MailModule,
    FilesModule,
    LinksModule,
    AuthModule,
    TraceModule,
    DirectoryModule,
    PartnershipsModule,
    AssessmentsModule,
  ],
})
export class CliModule {}
