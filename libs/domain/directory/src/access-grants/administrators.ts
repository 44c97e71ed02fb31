import type { Tx } from '@platform/database';
import { LastAdministrator } from './access-grant.errors';

const LASTING = `select 1 from access_grant g join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
  where g.tenant_id = $1 and g.role = 'state_admin' and g.ended_at is null and g.ends_on is null and g.starts_on <= $2
    and p.status = 'active' and p.account_id is not null limit 1`;

/**
 * Makes other changes to this tenant's administrators wait until the commit, so that two of them cannot remove each
 * other at once. Call it before reading.
 */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('administrators:' || $1, 0))`, [tx.tenantId]);
}

/** Call it after a change that may have removed one. @throws LastAdministrator when none without a last day is left */
export async function keepAnAdministrator(tx: Tx, today: string): Promise<void> {
  if ((await tx.query(LASTING, [tx.tenantId, today])).length === 0) throw new LastAdministrator();
}
