import { Module } from '@nestjs/common';
import { AuditEventsController } from './audit-events.controller';
import { AuditModule } from './audit.module';
import { AuditQueries } from './audit.queries';

/** The audit log for administrators and auditors. */
@Module({ imports: [AuditModule], providers: [AuditQueries], controllers: [AuditEventsController] })
export class AuditHttpModule {}
