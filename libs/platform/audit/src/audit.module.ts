import { Global, Module } from '@nestjs/common';
import { Access } from '@platform/access';
import { Database } from '@platform/database';
import { AuditAnchors } from './audit-anchors';
import { AuditConcealment } from './audit-concealment';
import { auditPolicy } from './audit.policy';
import { AuditVerifier } from './audit-verifier';
import { AuditWriter } from './audit-writer';
import { PersonKeys } from './person-keys';

/** Every process that writes needs this module: it puts the audit log into each commit. */
@Global()
@Module({
  providers: [AuditWriter, AuditConcealment, PersonKeys, AuditAnchors, AuditVerifier],
  exports: [AuditConcealment, PersonKeys, AuditAnchors, AuditVerifier],
})
export class AuditModule {
  constructor(access: Access, database: Database, writer: AuditWriter) {
    access.register(auditPolicy);
    database.onCommit(writer);
  }
}
