import './alias-paths.js';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Client } from 'pg';
import { Embedded, isAlive, provisionDatabase, runningEmbedded, startEmbedded } from '../../libs/platform/embedded/src';
import { migrate } from '../../libs/platform/database/src';
import { TEST_LOGIN, TEST_OWNER, TestServer } from './test-server';

const PREFIX = 'braidway-test-';

/**
 * Starts one PostgreSQL server for the whole run and migrates one template database, which each spec file clones
 * (`test/support/database.ts`). Its addresses travel to the workers in the environment.
 */
export default async function globalSetup(): Promise<void> {
  await removeLeftovers();
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  fs.chmodSync(dir, 0o755);
  const server = await startEmbedded({ dir, volatile: true });
  (globalThis as { testServer?: TestServer }).testServer = { server, dir };
  const template = `template_${migrationsMark()}`;
  await makeTemplate(server, template);
  process.env.TEST_DATABASE_SERVER = server.url();
  process.env.TEST_DATABASE_TEMPLATE = template;
}

async function makeTemplate(server: Embedded, template: string): Promise<void> {
  await provisionDatabase(server, { database: template, owner: TEST_OWNER.role, password: TEST_OWNER.password });
  const ownerUrl = server.url(template, TEST_OWNER.role, TEST_OWNER.password);
  await migrate(ownerUrl, { loginRole: TEST_LOGIN.role, loginPassword: TEST_LOGIN.password });
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  await client.query(`alter database ${template} allow_connections false`); // a clone needs a template at rest
  await client.end();
}

/** Changes whenever a migration does. */
function migrationsMark(): string {
  const folder = path.join(__dirname, '../../migrations');
  const hash = createHash('sha256');
  for (const file of fs.readdirSync(folder).sort()) hash.update(fs.readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}

/** A run that was killed left its server running: its folder carries the process id. */
async function removeLeftovers(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const dir = path.join(os.tmpdir(), name);
    await (await runningEmbedded(dir))?.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
