import { Controller, Get } from '@nestjs/common';
import { Access } from '@platform/access';
import { Authenticator, DemoOnly, PlatformAdmin, Public, SignedIn } from '@platform/http';
import { HttpCore, PEOPLE, somebody } from '../support/http-core';
import { Note, NOTE_TABLE, NotesModule } from '../support/notes';

@Controller('api/v1/things')
class ThingsController {
  @Get('undeclared')
  undeclared() {
    return 'secret';
  }

  @Get('public')
  @Public('it only says hello')
  open() {
    return { hello: true };
  }

  @Get('mine')
  @SignedIn()
  mine() {
    return { mine: true };
  }

  @Get('platform')
  @PlatformAdmin()
  platform() {
    return { all: true };
  }

  @Get('demo')
  @DemoOnly()
  demo() {
    return { demo: true };
  }
}

let core: HttpCore;
beforeAll(async () => {
  core = await HttpCore.start({ tables: NOTE_TABLE, imports: [NotesModule], controllers: [ThingsController] });
});
afterAll(() => core.close());
afterEach(() => jest.restoreAllMocks());

const ana = somebody();
const get = (url: string, headers: Record<string, string> = ana.headers, method: 'GET' | 'POST' = 'GET') =>
  core.inject({ method, url, headers });
const status = async (...args: Parameters<typeof get>) => (await get(...args)).statusCode;

function as(identity: object): void {
  const whole = {
    accountId: ana.headers['x-as'],
    via: 'token:x',
    platformAdmin: false,
    secondFactor: false,
    ...identity,
  };
  jest.spyOn(core.app.get(Authenticator), 'authenticate').mockResolvedValue(whole);
}

it('refuses a route that declares no permission, whoever asks', async () => {
  expect(await status('/api/v1/things/undeclared')).toBe(403);
  expect((await get('/api/v1/things/undeclared')).body).not.toContain('secret');
});

it('serves a public route to anybody, and one about oneself only to who is signed in', async () => {
  expect(await status('/api/v1/things/public', {})).toBe(200);
  expect(await status('/api/v1/things/mine', {})).toBe(401);
  expect(await status('/api/v1/things/mine')).toBe(200);
});

it('serves a platform administrator there, and nobody else', async () => {
  expect(await status('/api/v1/things/platform')).toBe(403);
  as({ platformAdmin: true });
  expect(await status('/api/v1/things/platform')).toBe(200);
});

it('shows a platform administrator no record of a tenant', async () => {
  as({ accountId: 'nobody in any tenant', platformAdmin: true });
  expect(await status(`${ana.base}/notes`)).toBe(404);
});

it('is no demo outside of the demo', async () => {
  expect(await status('/api/v1/things/demo')).toBe(404);
});

it('hides a tenant in which one is nobody, and one that does not exist, alike', async () => {
  const [there, nowhere] = await Promise.all(
    [somebody().base, '/api/v1/t/nowhere'].map((base) => get(`${base}/notes`)),
  );
  const without = (answer: typeof there) => ({ ...answer.json<object>(), requestId: '' });
  expect(there.statusCode).toBe(404);
  expect(without(nowhere)).toEqual(without(there));
});

it('refuses a kind of record that no role of the actor reaches', async () => {
  const guest = somebody(ana.tenantId, { personId: undefined });
  expect(await status(`${ana.base}/notes`, guest.headers)).toBe(403);
  expect(core.app.get(Access).mayEver(guest.actor, 'read', Note)).toBe(false);
  expect(PEOPLE.get(guest.headers['x-as'])).toBe(guest.actor);
});

it.each([
  [['notes:read'], 200, 403],
  [['notes:write'], 403, 422],
  [['*:read'], 200, 403],
  [['*:write', 'notes:read'], 200, 422],
  [['note:read', 'notesx:read', 'notes'], 403, 403],
  [[], 403, 403],
])('limits a token with the scopes %j', async (scopes, read, write) => {
  as({ scopes });
  expect(await status(`${ana.base}/notes?limit=1`)).toBe(read);
  expect(await status(`${ana.base}/notes`, ana.headers, 'POST')).toBe(write);
});

it('asks to wait after too many requests, and serves health checks all the same', async () => {
  const limited = await HttpCore.start({ tables: NOTE_TABLE, imports: [NotesModule], env: { RATE_LIMIT: 'on' } });
  const ask = (url: string) => limited.inject({ method: 'GET', url });
  const burst = (length: number) => Promise.all(Array.from({ length }, () => ask('/api/v1/t/x/notes')));
  for (let n = 0; n < 6; n++)
    expect((await burst(100)).map((answer) => answer.statusCode)).toEqual(Array<number>(100).fill(401));
  const refused = await burst(5);
  expect(refused.map((answer) => answer.statusCode)).toEqual(Array<number>(5).fill(429));
  expect(refused[0].json<object>()).toMatchObject({ code: 'too-many-requests', status: 429 });
  expect(Number(refused[0].headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask('/health/live')).statusCode).toBe(200);
  await limited.close();
});
