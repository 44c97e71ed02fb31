import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { freePort, RunningScript, runScript } from './system';

jest.setTimeout(600_000);

const PASSWORD = 'a password of this demo';
let place: string;
let settings: Record<string, string>;
let system: RunningScript | undefined;

beforeAll(async () => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'braidway-demo-'));
  fs.chmodSync(place, 0o755);
  settings = { DATA_DIR: path.join(place, 'data'), PORT: String(await freePort()), DEMO_PASSWORD: PASSWORD };
});

afterAll(async () => {
  await system?.stop('SIGTERM');
  fs.rmSync(place, { recursive: true, force: true });
});

function start(): Promise<string> {
  system = new RunningScript('start', [], settings);
  return system.ready();
}

async function signIn(login: string): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${settings.PORT}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${login}@demo.braidway.example`, password: PASSWORD }),
  });
  return response.status;
}

it('loads the demo on the first start and says in the ready line who can sign in', async () => {
  const line = await start();
  expect(line).toContain(`sign in as coach@demo.braidway.example with password ${PASSWORD}`);
  expect(line).toContain('platform-admin@');
  expect(line).not.toContain('\n');
  for (const login of ['coach', 'district', 'kansas-lead', 'platform-admin']) expect(await signIn(login)).toBe(200);
});

it('removes the demo for good, beside the running system', async () => {
  const { code, output } = await runScript('cli', ['demo', 'remove', '--json'], settings);
  expect(code).toBe(0);
  expect((JSON.parse(output) as { removed: string[] }).removed.toSorted()).toEqual(['kansas', 'michigan']);
  expect(await signIn('coach')).toBe(401);
  await system!.stop('SIGTERM');
  expect(await start()).toBe(`Braidway is ready at http://localhost:${settings.PORT}`);
  expect(await signIn('coach')).toBe(401);
});

it('loads it again when asked, and completes it when asked twice', async () => {
  for (const _time of ['first', 'second']) {
    const { code, output, errors } = await runScript('cli', ['demo', 'load', '--json'], settings);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(JSON.parse(output)).toMatchObject({ password: PASSWORD });
  }
  expect(await signIn('lead')).toBe(200);
  const { output } = await runScript('cli', ['audit', 'verify', '--json'], settings);
  expect((JSON.parse(output) as { ok: boolean }[]).map(({ ok }) => ok)).toEqual([true, true]);
});
