import { Client } from 'pg';
import { demoEmail } from './demo-state';

/**
 * Removes the demo tenants with all their rows and the accounts of the demo people, all or nothing.
 * @param ownerUrl address of the role that owns the tables: the application itself may not remove an audit log.
 */
export async function removeDemo(ownerUrl: string): Promise<{ removed: string[] }> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ id: string; slug: string }>('select id, slug from tenant where demo');
    const tables = await tablesChildrenFirst(client);
    for (const { id } of rows) {
      await client.query(`select set_config('app.tenant_id', $1, true), set_config('app.system', 'demo', true)`, [id]);
      for (const table of tables) await client.query(`delete from ${table} where tenant_id = $1`, [id]);
    }
    await client.query('delete from tenant where demo');
    await client.query('delete from account where email like $1', [demoEmail('%')]);
    await client.query('commit');
    return { removed: rows.map(({ slug }) => slug) };
  } finally {
    await client.end(); // without a commit the server takes all of it back
  }
}

/** All tables with a tenant, each before those that its rows refer to. */
async function tablesChildrenFirst(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; targets: string[] }>(`
    select c.oid::regclass::text as name,
           coalesce(array_agg(k.confrelid::regclass::text) filter (where k.confrelid <> c.oid), '{}') as targets
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relispartition
    group by c.oid`);
  const ordered: string[] = [];
  while (rows.length) {
    const next = rows.findIndex(({ name }) => !rows.some((row) => row.name !== name && row.targets.includes(name)));
    if (next < 0)
      throw new Error(`these tables refer to each other in a circle: ${rows.map((row) => row.name).join(', ')}`);
    ordered.push(...rows.splice(next, 1).map(({ name }) => name));
  }
  return ordered;
}
