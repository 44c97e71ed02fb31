import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

/** The database cannot be used as it is; the message is one line that says why and what to do. */
export class DatabaseRefused extends Error {}

/** The login role that serves requests; made here when it does not exist. */
export interface MigrateOptions {
  loginRole: string;
  loginPassword?: string;
}

const FOLDER = join(__dirname, '../../../../migrations');
const LOCK = 782_001; // any number: one migration at a time on this database
const APP_ROLE = 'braidway_app';
const QUEUE_SCHEMA = 'bullmq';

type MigrationClass = new () => MigrationInterface;

/** All migrations in order; the name of each class ends in its timestamp. */
function migrations(): MigrationClass[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{13,14}-.*\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'))
    .sort()
    .flatMap((file) => Object.values(require(join(FOLDER, file)) as Record<string, MigrationClass>)); // eslint-disable-line
}

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') return `it does not answer (${code})`;
  return (message || String(error)).split('\n')[0];
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseRefused(`The database cannot be reached: ${reason(error)}. Check DATABASE_URL.`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Refuses a schema that this program does not know: newer than its own migrations. */
async function refuseNewer(client: Client): Promise<Set<string>> {
  const exists = await client.query(`select to_regclass('public.migrations') as name`);
  if (!exists.rows[0].name) return new Set();
  const { rows } = await client.query<{ name: string }>('select name from public.migrations');
  const known = new Set(migrations().map((migration) => migration.name));
  const unknown = rows.find((row) => !known.has(row.name));
  if (unknown)
    throw new DatabaseRefused(
      `The database has a newer schema (${unknown.name}) than this program. Start the newer program, or restore a backup of this one.`,
    );
  return new Set(rows.map((row) => row.name));
}

/**
 * Refuses to serve when the schema is not exactly the program's own.
 * @throws DatabaseRefused
 */
export async function pendingMigrations(url: string): Promise<void> {
  await connected(url, async (client) => {
    const done = await refuseNewer(client);
    const missing = migrations().filter((migration) => !done.has(migration.name));
    if (missing.length > 0)
      throw new DatabaseRefused(
        `The database lacks ${missing.length} migration(s), first ${missing[0].name}. Run: npm run cli -- migrate`,
      );
  });
}

/**
 * Refuses a login role to which row level security would not apply.
 * @throws DatabaseRefused naming the right that is too many.
 */
export async function checkLoginRole(url: string): Promise<void> {
  await connected(url, async (client) => {
    const { rows } = await client.query<{ name: string; super: boolean; bypass: boolean; owner: boolean }>(
      `select current_user as name, rolsuper as super, rolbypassrls as bypass,
         exists (select 1 from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                 and pg_has_role(current_user, c.relowner, 'MEMBER')) as owner
       from pg_roles where rolname = current_user`,
    );
    const [role] = rows;
    const tooMuch = role.super
      ? 'is a superuser'
      : role.bypass
        ? 'has BYPASSRLS'
        : role.owner
          ? 'owns tables'
          : undefined;
    if (tooMuch)
      throw new DatabaseRefused(
        `The login role "${role.name}" of DATABASE_URL ${tooMuch}: tenants would not be kept apart. Use a role without it (npm run cli -- migrate sets one up).`,
      );
  });
}

/** Lets `role` log in, work on the rows, and nothing more. */
export async function grantTo(client: Client, role: string, password?: string): Promise<void> {
  const name = client.escapeIdentifier(role);
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (!rowCount) await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  if (password) await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
  await client.query(`grant ${APP_ROLE} to ${name}`);
  // plans are made once for each statement; saves a third of the server's time on small reads
  await client.query(`alter role ${name} set plan_cache_mode = 'force_generic_plan'`).catch(() => undefined);
}

/** The job queue's own tables and functions. The login role may use them, and make the sequence of a new queue. */
async function migrateQueue(client: Client): Promise<void> {
  const { runMigrations: migrateBullMq } = await import('bullmq'); // loaded only here: the API has no other use for it
  await client.query(`create schema if not exists ${QUEUE_SCHEMA}`);
  // not on all sequences afterwards: those of queues belong to the login role, and the owner may not grant them
  await client.query(
    `alter default privileges in schema ${QUEUE_SCHEMA} grant usage, select on sequences to ${APP_ROLE}`,
  );
  await migrateBullMq(client as never, QUEUE_SCHEMA);
  await client.query(`grant usage, create on schema ${QUEUE_SCHEMA} to ${APP_ROLE}`);
  await client.query(`grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${APP_ROLE}`);
}

async function ensureAppRole(client: Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  if (!rowCount) await client.query(`create role ${APP_ROLE} nologin`);
}

async function runMigrations(url: string): Promise<string[]> {
  const source = await new DataSource({ type: 'postgres', url, migrations: migrations(), entities: [] }).initialize();
  try {
    const applied = await source.runMigrations({ transaction: 'each' });
    await source.query(`grant select on public.migrations to ${APP_ROLE}`);
    return applied.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/**
 * Brings the schema up to date as its owner and sets up the login role. Safe to run again and from two places at once.
 * @throws DatabaseRefused when the database is unreachable or newer.
 */
export function migrate(ownerUrl: string, options: MigrateOptions): Promise<{ applied: string[] }> {
  return connected(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    try {
      await refuseNewer(client);
      await ensureAppRole(client);
      const applied = await runMigrations(ownerUrl);
      await migrateQueue(client);
      await grantTo(client, options.loginRole, options.loginPassword);
      return { applied };
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]);
    }
  });
}
