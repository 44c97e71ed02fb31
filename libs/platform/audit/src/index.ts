export { AuditAnchors } from './audit-anchors';
export { AuditConcealment, type Reveal } from './audit-concealment';
export { AuditEvent } from './audit-event.entity';
export { AuditHttpModule } from './audit-http.module';
export { AuditModule } from './audit.module';
export { AuditSealer } from './audit-sealer';
export { type AuditProblem, type AuditReport, AuditVerifier } from './audit-verifier';
export { AuditWorkerModule } from './audit-worker.module';
export { PersonKeys } from './person-keys';
