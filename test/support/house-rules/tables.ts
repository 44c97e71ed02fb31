/** Runs SQL as superuser and returns its rows. */
export type Query = <T extends object>(sql: string, params?: unknown[]) => Promise<T[]>;

/** A reference from one table to another. */
interface ForeignKey {
  name: string;
  columns: string[];
  target: string;
  targetColumns: string[];
}

/** What the catalog of the database says about a table. */
export interface TableFacts {
  name: string;
  /** Comment: `distributed`, `reference` or `local`. */
  class: string | null;
  columns: string[];
  rowSecurity: boolean;
  forced: boolean;
  /** The conditions of its policies, reading and writing. */
  policies: { using: string | null; check: string | null }[];
  /** Columns of the primary key and of every unique index. */
  keys: { name: string; columns: string[] }[];
  foreignKeys: ForeignKey[];
}

const FACTS = `
  select c.relname as name, obj_description(c.oid, 'pg_class') as class, c.relrowsecurity as "rowSecurity",
    c.relforcerowsecurity as forced,
    (select json_agg(a.attname order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select json_agg(json_build_object('using', p.qual, 'check', p.with_check)) from pg_policies p
      where p.schemaname = 'public' and p.tablename = c.relname), '[]') as policies,
    coalesce((select json_agg(json_build_object('name', i.indexrelid::regclass::text, 'columns',
        (select json_agg(coalesce(a.attname, '(expression)') order by k.n)
         from unnest(i.indkey::int2[]) with ordinality k(attnum, n)
         left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum)))
      from pg_index i where i.indrelid = c.oid and i.indisunique), '[]') as keys,
    coalesce((select json_agg(json_build_object('name', f.conname, 'target', f.confrelid::regclass::text,
        'columns', (select json_agg(a.attname order by k.n) from unnest(f.conkey) with ordinality k(attnum, n)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum),
        'targetColumns', (select json_agg(a.attname order by k.n) from unnest(f.confkey) with ordinality k(attnum, n)
          join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum)))
      from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '[]') as "foreignKeys"
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
  order by c.relname`;

/** All tables of the product. */
export const readTables = (query: Query) => query<TableFacts>(FACTS);

const TENANT = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;
const SYSTEM = `(NULLIF(current_setting('app.system'::text, true), ''::text) IS NOT NULL)`;
const EITHER = `(${TENANT} OR ${SYSTEM})`;

/** What is wrong with the tables: isolation of tenants and the three classes of `design/scale.md`. */
export function tableViolations(tables: TableFacts[]): string[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  return tables.flatMap((table) => {
    const owned = table.columns.includes('tenant_id');
    return [
      ...classViolations(table, owned),
      ...(owned ? isolationViolations(table) : []),
      ...(table.class === 'distributed' ? keyViolations(table) : []),
      ...table.foreignKeys.flatMap((key) => referenceViolations(table, key, byName.get(key.target))),
    ].map((problem) => `${table.name}: ${problem}`);
  });
}

function classViolations(table: TableFacts, owned: boolean): string[] {
  if (!['distributed', 'reference', 'local'].includes(table.class ?? '')) return ['its comment names no class'];
  if (table.class === 'distributed' && !owned) return ['is distributed but has no tenant_id'];
  if (table.class === 'reference' && owned) return ['is a reference table but has a tenant_id'];
  return [];
}

function isolationViolations({ class: kind, rowSecurity, forced, policies }: TableFacts): string[] {
  const expected = kind === 'local' ? EITHER : TENANT;
  const right =
    policies.length > 0 && policies.every((policy) => policy.using === expected && policy.check === expected);
  return [
    ...(rowSecurity ? [] : ['row level security is off']),
    ...(forced ? [] : ['row level security is not forced']),
    ...(right ? [] : ['has not exactly the policy of its class']),
  ];
}

function keyViolations({ keys }: TableFacts): string[] {
  return keys
    .filter((key) => key.columns[0] !== 'tenant_id')
    .map((key) => `${key.name} does not start with tenant_id`)
    .concat(keys.length === 0 ? ['has no key'] : []);
}

function referenceViolations(table: TableFacts, key: ForeignKey, target: TableFacts | undefined): string[] {
  if (!target) return [`${key.name} leads to an unknown table`];
  const between = table.class === 'distributed' && target.class === 'distributed';
  if (between && (key.columns[0] !== 'tenant_id' || key.targetColumns[0] !== 'tenant_id'))
    return [`${key.name} does not start with tenant_id`];
  const allowed = {
    distributed: ['distributed', 'reference'],
    reference: ['reference'],
    local: ['local', 'reference'],
  };
  const targets = allowed[table.class as keyof typeof allowed] ?? [];
  return targets.includes(target.class ?? '')
    ? []
    : [`${key.name} leads from a ${table.class} to a ${target.class} table`];
}
