import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { Embedded } from './embedded-server';

/** Names and password of one application database and of the role that owns and migrates it. */
export interface OwnedDatabase {
  database: string;
  owner: string;
  password: string;
}

/**
 * Makes a database and its owner unless they are there, and sets the owner's password. The owner is no superuser and
 * cannot pass row level security; it may create roles, because migrating sets up the login role.
 */
export async function provisionDatabase(server: Embedded, wanted: OwnedDatabase): Promise<void> {
  await asSuperuser(server, async (client) => {
    const owner = escapeIdentifier(wanted.owner);
    const has = async (sql: string, name: string) => (await client.query(sql, [name])).rowCount === 1;
    if (!(await has('select 1 from pg_roles where rolname = $1', wanted.owner)))
      await client.query(`create role ${owner} nosuperuser nobypassrls createrole`);
    await client.query(`alter role ${owner} login password ${escapeLiteral(wanted.password)}`);
    if (!(await has('select 1 from pg_database where datname = $1', wanted.database)))
      await client.query(`create database ${escapeIdentifier(wanted.database)} owner ${owner}`);
  });
}

/** Runs statements as the superuser of an embedded server. */
export async function asSuperuser<T>(server: Embedded, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
