import type { Policy } from '@platform/access';
import { AuditEvent } from './audit-event.entity';

/** State administrators and auditors of the whole tenant read the log; a role at a smaller scope does not show it. */
export const auditPolicy: Policy = (actor, allow) => {
  const reads = actor.grants.some(
    ({ role, scope }) => scope === 'tenant' && (role === 'state_admin' || role === 'auditor'),
  );
  if (reads) allow('read', AuditEvent);
};
