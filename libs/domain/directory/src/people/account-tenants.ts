import type { Tx } from '@platform/database';

/** Notes that an account may enter the transaction's tenant, as this person. */
export async function enterTenant(tx: Tx, accountId: string, personId: string): Promise<void> {
  await tx.query(
    `insert into account_tenant (account_id, tenant_id, person_id) values ($1, $2, $3)
     on conflict (account_id, tenant_id) do update set person_id = excluded.person_id`,
    [accountId, tx.tenantId, personId],
  );
}

/** Takes the tenant away from an account. */
export async function leaveTenant(tx: Tx, accountId: string): Promise<void> {
  await tx.query('delete from account_tenant where account_id = $1 and tenant_id = $2', [accountId, tx.tenantId]);
}
