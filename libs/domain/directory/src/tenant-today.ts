import type { Tx } from '@platform/database';

/** Today in the zone of the transaction's tenant (ISO date): a day is a day of the tenant. */
export async function tenantToday(tx: Tx): Promise<string> {
  const [{ today }] = await tx.query<{ today: string }>(
    'select ($2::timestamptz at time zone time_zone)::date as today from tenant where id = $1',
    [tx.tenantId, tx.now],
  );
  return today;
}
