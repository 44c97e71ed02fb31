import { ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Client } from 'pg';
import { Embedded, EmbeddedOptions, startEmbedded } from './embedded-server';
import { EmbeddedError } from './embedded.error';
import { isAlive, waitUntil } from './process-info';

let place: string;
const started: Embedded[] = [];

async function start(name: string, options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const server = await startEmbedded({ dir: path.join(place, name), volatile: true, ...options });
  started.push(server);
  return server;
}

async function ask(server: Embedded, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

/** Starts the same code in a process of its own, so that it can be killed in the middle. */
function startInChild(name: string): ChildProcess {
  const script = `
    const { startEmbedded } = require(${JSON.stringify(path.join(__dirname, 'embedded-server.ts'))});
    startEmbedded({ dir: ${JSON.stringify(path.join(place, name))}, volatile: true })
      .then((server) => { console.log('ready ' + server.pid); setInterval(() => {}, 1000); });`;
  const typescript = path.join(__dirname, '../../../../test/support/register-swc.js');
  return spawn(process.execPath, ['-r', typescript, '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

beforeAll(() => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'braidway-embedded-'));
  fs.chmodSync(place, 0o755);
});

afterAll(async () => {
  await Promise.all(started.map((server) => server.stop()));
  fs.rmSync(place, { recursive: true, force: true });
});

it('keeps what was written when it is stopped and started again', async () => {
  const first = await start('restart');
  await ask(first, 'create table kept as select 42 as answer');
  await first.stop();
  expect(first.isRunning()).toBe(false);
  const second = await start('restart');
  expect(await ask(second, 'select answer from kept')).toEqual([42]);
  expect(second.adopted).toBe(false);
});

it('listens on the loopback address only, sorts by code point, and keeps its password to its owner', async () => {
  const server = await start('restart');
  expect(await ask(server, 'show listen_addresses')).toEqual(['127.0.0.1']);
  expect(await ask(server, 'select datcollate from pg_database')).toEqual(['C', 'C', 'C']);
  expect(fs.statSync(path.join(place, 'restart', 'superuser-password')).mode & 0o777).toBe(0o600);
  await expect(ask({ ...server, url: () => server.url('postgres', 'postgres', 'wrong') }, 'select 1')).rejects.toThrow(
    /password authentication failed/,
  );
});

it('comes back with every committed row after the server was killed', async () => {
  const first = await start('killed', { volatile: false });
  await ask(first, 'create table kept as select generate_series(1, 1000) as n');
  process.kill(first.pid, 'SIGKILL');
  await waitUntil(() => !first.isRunning(), 5000);
  const second = await start('killed', { volatile: false });
  expect(second.adopted).toBe(false);
  expect(await ask(second, 'select count(*)::int from kept')).toEqual([1000]);
});

it('starts despite a lock file that names a process of somebody else', async () => {
  const first = await start('foreign');
  const lockFile = path.join(place, 'foreign', 'data', 'postmaster.pid');
  const lines = fs.readFileSync(lockFile, 'utf8').split('\n');
  await first.stop();
  fs.writeFileSync(lockFile, [process.pid, ...lines.slice(1)].join('\n'));
  const second = await start('foreign');
  expect(second.pid).not.toBe(process.pid);
});

it('recovers by itself when the start was killed while it created the database', async () => {
  const folder = path.join(place, 'interrupted');
  const child = startInChild('interrupted');
  const drafts = () => (fs.existsSync(folder) ? fs.readdirSync(folder) : []).filter((f) => f.includes('draft-'));
  expect(await waitUntil(() => drafts().length > 0, 20_000, 1)).toBe(true);
  await end(child);
  expect(fs.existsSync(path.join(folder, 'data'))).toBe(false);
  expect(await ask(await start('interrupted'), 'select 1')).toEqual([1]);
});

it('adopts the server of a parent that was killed, and stops it', async () => {
  const child = startInChild('orphaned');
  const pid = await new Promise<number>((resolve) =>
    child.stdout!.on('data', (chunk: Buffer) => resolve(Number(chunk.toString().split(' ')[1]))),
  );
  await end(child);
  expect(isAlive(pid)).toBe(true);
  const adopted = await start('orphaned');
  expect(adopted).toMatchObject({ pid, adopted: true });
  await adopted.stop();
  expect(isAlive(pid)).toBe(false);
});

it('says in one line that a folder cannot be used', async () => {
  fs.writeFileSync(path.join(place, 'file'), '');
  const refusal = startEmbedded({ dir: path.join(place, 'file', 'below') });
  await expect(refusal).rejects.toThrow(EmbeddedError);
  await expect(refusal).rejects.toThrow(/^Cannot use the database folder .*below: ENOTDIR[^\n]*$/);
});

it('works below a folder that only its owner may enter, and says where it keeps the database then', async () => {
  fs.mkdirSync(path.join(place, 'private'), { mode: 0o700 });
  const notices: string[] = [];
  const server = await start('private/database', { log: (line) => notices.push(line) });
  expect(await ask(server, 'select 1')).toEqual([1]);
  await server.stop();
  const again = await start('private/database');
  expect(await ask(again, 'select 1')).toEqual([1]);
  const home = /is kept in (\/var\/tmp\/braidway-\w+)$/.exec(notices[0] ?? '')?.[1];
  expect(home !== undefined).toBe(process.getuid?.() === 0);
  await again.stop();
  if (home) fs.rmSync(home, { recursive: true });
});
