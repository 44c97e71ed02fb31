import type { Tx } from '@platform/database';

/** Records that refer to an organization. */
export interface OrganizationUse {
  /** Kind of record in plain words. */
  what: string;
  count: number;
}

// read from the foreign keys, so that no later module has to be remembered here; its own parts (cascade) do not count
const REFERENCES = `select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'tenant_id'
  where c.confrelid = 'organization'::regclass and c.contype = 'f' and c.confdeltype <> 'c' order by 1, 2`;

const GRANTS = `select count(*) as n from access_grant where tenant_id = $1 and scope = 'organization' and scope_id = $2`;

/** What refers to an organization; empty when it can be deleted. */
export async function usesOfOrganization(tx: Tx, id: string): Promise<OrganizationUse[]> {
  const references = await tx.query<{ table: string; column: string }>(REFERENCES);
  const uses: OrganizationUse[] = [];
  for (const { table, column } of references) {
    const count = await countOf(tx, `select count(*) as n from ${table} where tenant_id = $1 and "${column}" = $2`, id);
    uses.push({ what: inWords(table, column), count });
  }
  uses.push({ what: 'access grants', count: await countOf(tx, GRANTS, id) });
  return uses.filter((use) => use.count > 0);
}

async function countOf(tx: Tx, sql: string, id: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql, [tx.tenantId, id]);
  return row.n;
}

function inWords(table: string, column: string): string {
  if (column === 'parent_id') return 'organizations below it';
  return `${table.replaceAll('_', ' ')}s`;
}
