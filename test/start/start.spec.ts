import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { isAlive, waitUntil } from '@platform/embedded';
import { cloneDatabase } from '../support/database';
import { freePort, pidOf, RunningScript, runScript } from './system';

jest.setTimeout(600_000);

const PARTS = ['api', 'worker', 'postgres'] as const;
let place: string;
let dataDir: string;
let port: number;
let system: RunningScript | undefined;

beforeAll(async () => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'braidway-start-'));
  fs.chmodSync(place, 0o755);
  dataDir = path.join(place, 'data');
  port = await freePort();
});

afterAll(async () => {
  await system?.stop('SIGTERM');
  fs.rmSync(place, { recursive: true, force: true });
});

const settings = (more: Record<string, string> = {}) => ({
  DATA_DIR: dataDir,
  PORT: String(port),
  DEMO: 'false',
  ...more,
});

async function start(): Promise<string> {
  system = new RunningScript('start', [], settings());
  return system.ready();
}

const answers = () =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );

const processIds = () => PARTS.map((name) => pidOf(dataDir, name));

it('starts with one line that names the address, and stops in order on SIGTERM', async () => {
  expect(await start()).toBe(`Braidway is ready at http://localhost:${port}`);
  const pids = processIds();
  expect(await answers()).toBe(true);
  const began = performance.now();
  expect(await system!.stop('SIGTERM')).toMatchObject({ code: 0 });
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(pids.filter(isAlive)).toEqual([]);
});

it('keeps what is secret readable by its owner only, and leaves no process ids behind', () => {
  for (const name of ['secret-key', 'database-owner-password', 'database-login-password'])
    expect(fs.statSync(path.join(dataDir, name)).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(path.join(dataDir, 'run'))).toEqual([]);
});

it('starts a part again that was killed', async () => {
  await start();
  for (const name of PARTS) {
    const before = pidOf(dataDir, name);
    process.kill(before, 'SIGKILL');
    const back = async () => pidOf(dataDir, name) !== before && isAlive(pidOf(dataDir, name)) && (await answers());
    expect([name, await waitUntil(back, 40_000, 100)]).toEqual([name, true]);
  }
});

it('refuses a second start on the same folder with one line, and goes on undisturbed', async () => {
  const before = processIds();
  const second = await runScript('start', [], settings());
  expect(second).toMatchObject({ code: 1, output: '' });
  expect(second.errors).toMatch(/^Braidway already runs on [^\n]*\n$/);
  expect(processIds()).toEqual(before);
});

it('refuses a port in use before it touches anything', async () => {
  const untouched = path.join(place, 'untouched');
  const other = await runScript('start', [], settings({ DATA_DIR: untouched }));
  expect(other).toMatchObject({ code: 1, output: '' });
  expect(other.errors).toMatch(/^Port \d+ is in use: [^\n]*\n$/);
  expect(fs.existsSync(untouched)).toBe(false);
});

it('runs commands beside the running system', async () => {
  const { code, output } = await runScript('cli', ['migrate', '--json'], settings());
  expect({ code, ...(JSON.parse(output) as object) }).toEqual({ code: 0, applied: [] });
});

it('recovers by itself after everything but its children was killed', async () => {
  const before = processIds();
  await system!.stop('SIGKILL');
  await start();
  expect(await answers()).toBe(true);
  const [api, worker] = before;
  expect([api, worker].filter(isAlive)).toEqual([]);
  expect(await system!.stop('SIGINT')).toMatchObject({ code: 0 });
  expect(isAlive(before[2])).toBe(false); // the database of the killed start was adopted, and stopped with the rest
});

it.each([
  ['a folder that cannot be written', { DATA_DIR: '/dev/null/data' }, /^Cannot create the data folder [^\n]*\n$/],
  [
    'a database that does not answer',
    { DATABASE_URL: 'postgres://login@127.0.0.1:1/none', SECRET_KEY: 'k'.repeat(32) },
    /^The database cannot be reached: [^\n]*\n$/,
  ],
  [
    'a database without a key',
    { DATABASE_URL: 'postgres://login@127.0.0.1:1/none' },
    /^SECRET_KEY is required [^\n]*\n$/,
  ],
  ['a port that is no number', { PORT: 'http' }, /^PORT must be [^\n]*\n$/],
])('refuses %s with one line and exit code 1', async (_case, wrong, line) => {
  const ending = await runScript('start', [], settings(wrong));
  expect(ending).toMatchObject({ code: 1, output: '' });
  expect(ending.errors).toMatch(line);
});

describe('with a database of its own', () => {
  const key = { SECRET_KEY: 'k'.repeat(32) };

  it('refuses a role to which the separation of tenants does not apply', async () => {
    const database = await cloneDatabase();
    for (const [url, right] of [
      [database.superuserUrl, 'is a superuser'],
      [database.ownerUrl, 'owns tables'],
    ]) {
      const { code, errors } = await runScript('start', [], settings({ ...key, DATABASE_URL: url }));
      expect(code).toBe(1);
      expect(errors).toMatch(/^The login role [^\n]*\n$/);
      expect(errors).toContain(right);
    }
    await database.drop();
  });

  it('serves it without starting another', async () => {
    const database = await cloneDatabase();
    const folder = path.join(place, 'external');
    const urls = { DATABASE_URL: database.url, DATABASE_MIGRATION_URL: database.ownerUrl };
    system = new RunningScript('start', [], settings({ ...key, ...urls, DATA_DIR: folder }));
    await system.ready();
    expect(await answers()).toBe(true);
    expect(fs.existsSync(path.join(folder, 'postgres'))).toBe(false);
    expect(await system.stop('SIGTERM')).toMatchObject({ code: 0 });
    await database.drop();
  });
});
