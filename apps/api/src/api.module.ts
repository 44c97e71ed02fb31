import { Module } from '@nestjs/common';
import { AccessModule } from '@platform/access';
import { AuditHttpModule } from '@platform/audit';
import { AuthHttpModule } from '@platform/auth';
import { ClockModule } from '@platform/clock';
import { ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { FilesHttpModule, FilesModule } from '@platform/files';
import { HttpModule } from '@platform/http';
import { I18nModule } from '@platform/i18n';
import { JobsHttpModule } from '@platform/jobs';
import { LinksHttpModule } from '@platform/links';
import { MailHttpModule, MailModule } from '@platform/mail';
import { OutboxModule } from '@platform/outbox';
import { AssessmentsHttpModule } from '@domain/assessments';
import { TraceHttpModule } from '@platform/trace';
import { DirectoryHttpModule } from '@domain/directory';
import { PartnershipsHttpModule } from '@domain/partnerships';

/** Everything that answers HTTP. */
@Module({
  imports: [
    ConfigModule,
    ClockModule,
    DatabaseModule,
    AccessModule,
    OutboxModule,
    AuditHttpModule,
    HttpModule,
    I18nModule,
    MailModule,
    MailHttpModule,
    FilesModule,
    FilesHttpModule,
    JobsHttpModule,
    AuthHttpModule,
    LinksHttpModule,
    TraceHttpModule,
    DirectoryHttpModule,
    PartnershipsHttpModule,
    AssessmentsHttpModule,
  ],
})
export class ApiModule {}
