import { Client } from 'pg';
import { cloneDatabase, TestDatabase } from './database';

const databases: TestDatabase[] = [];

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  databases.push(...(await Promise.all([cloneDatabase(), cloneDatabase()])));
});

afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
});

it('gives each caller a database of its own with the migrated tables', async () => {
  const [first, second] = databases;
  const tables = `select count(*)::int from pg_tables where schemaname = 'public'`;
  const [before] = await ask(second.ownerUrl, tables);
  expect(before).toBeGreaterThan(0);
  await ask(first.ownerUrl, 'create table only_here (id int)');
  expect(await ask(second.ownerUrl, tables)).toEqual([before]);
});

it('signs the application in with a role that owns nothing and cannot pass row level security', async () => {
  const [{ url }] = databases;
  const rights = 'select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user';
  expect(await ask(url, rights)).toEqual([false]);
  expect(await ask(url, 'select count(*)::int from pg_tables where tableowner = current_user')).toEqual([0]);
  await expect(ask(url, 'create table mine (id int)')).rejects.toThrow(/permission denied/);
});
