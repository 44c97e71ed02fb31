import type { Query } from './tables';

/** One right too many in the database. */
interface Finding {
  problem: string;
}

/** Rights by which the login role of the application could step around row level security. `$1` is its name. */
const TOO_MUCH = `
  select 'is a superuser, may bypass row security, or may make roles' as problem from pg_roles
    where rolname = $1 and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
  union all
  select 'owns ' || c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and pg_has_role($1::name, c.relowner, 'MEMBER')
  union all
  select 'may truncate ' || c.relname || ', which no policy covers' from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_table_privilege($1::name, c.oid, 'TRUNCATE')
  union all
  select 'may set triggers on or refer to ' || c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (has_table_privilege($1::name, c.oid, 'TRIGGER') or has_table_privilege($1::name, c.oid, 'REFERENCES'))
  union all
  select 'may make tables' where has_schema_privilege($1::name, 'public', 'CREATE')
  union all
  select 'may act as ' || r.rolname from pg_roles r
    where r.rolname <> $1 and (r.rolsuper or r.rolbypassrls) and pg_has_role($1::name, r.oid, 'MEMBER')
  union all
  select p.proname || ' runs with the rights of its owner' from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
  union all
  select c.relname || ' is a view that shows its owner''s rows' from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)`;

/** What lets the login role past the boundary of tenants. */
export async function roleViolations(query: Query, role: string): Promise<string[]> {
  return (await query<Finding>(TOO_MUCH, [role])).map((finding) => finding.problem);
}
