import type { TenantRow, Tx } from '@platform/database';

type Keyed = TenantRow & { demoKey: string | null };

/** The row with this key, made when it is missing: loading again after an interruption completes, and doubles nothing. */
export async function ensureKeyed<E extends Keyed>(
  tx: Tx,
  entity: new () => E,
  demoKey: string,
  values: Partial<E>,
): Promise<E> {
  const [known] = await tx.rows(entity).find({ demoKey });
  return known ?? tx.rows(entity).insert({ ...values, demoKey } as Partial<E>);
}

/** The row that has all these values, made when it is missing; `more` is set only then. */
export async function ensureSame<E extends TenantRow>(
  tx: Tx,
  entity: new () => E,
  values: Partial<E>,
  more: Partial<E> = {},
): Promise<E> {
  const [known] = await tx.rows(entity).find(values as Record<string, unknown>);
  return known ?? tx.rows(entity).insert({ ...values, ...more });
}
