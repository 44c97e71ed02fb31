import { Module } from '@nestjs/common';
import { AuditModule } from './audit.module';
import { AuditSealer } from './audit-sealer';

/** Seals the audit log. */
@Module({ imports: [AuditModule], providers: [AuditSealer], exports: [AuditSealer] })
export class AuditWorkerModule {}
