import { Controller, Get, Module, Post } from '@nestjs/common';
import { ApiTokens } from '@platform/auth';
import { CurrentIdentity, type Identity, SignedIn } from '@platform/http';
import { Browser } from './browser';
import { type SignInApp, startSignInApp } from './sign-in-app';

@Controller('api/v1/probe')
class ProbeController {
  @Get() @SignedIn() read(@CurrentIdentity() identity: Identity): Identity {
    return identity;
  }

  @Post() @SignedIn() write(): { written: boolean } {
    return { written: true };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

let app: SignInApp;
let accountId: string;

beforeAll(async () => {
  app = await startSignInApp({ imports: [ProbeModule] });
  accountId = (await app.accounts.ensure({ email: 'ada@example.org', displayName: 'Ada' })).id;
});

afterAll(() => app.close());

let instant: number | undefined;
beforeEach(() => {
  instant = undefined;
  jest.spyOn(app.machineClock, 'now').mockImplementation(() => new Date(instant ?? Date.now()));
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const forward = (ms: number) => {
  instant = (instant ?? Date.now()) + ms;
};

const read = (cookie: string) =>
  app.http.inject({ method: 'GET', url: '/api/v1/probe', headers: { cookie: `session=${cookie}` } });

it('recognizes a browser by its session cookie', async () => {
  const { cookie, session } = await app.sessions.open(accountId);
  const answer = await read(cookie);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    accountId,
    via: `session:${session.id}`,
    platformAdmin: false,
    secondFactor: false,
    session: { ageMs: expect.any(Number), idleMs: 0 },
  });
});

it('refuses a cookie with the right id and a wrong secret, and every garbage', async () => {
  const { session } = await app.sessions.open(accountId);
  for (const cookie of [`${session.id}.wrong`, session.id, `${session.id}.`, 'x.y', '..', 'a'.repeat(5000)])
    expect((await read(cookie)).statusCode).toBe(401);
});

it('refuses a write with the cookie unless it carries the token of this very session', async () => {
  const mine = await app.sessions.open(accountId);
  const other = await app.sessions.open(accountId);
  const write = (csrf?: string) =>
    app.http.inject({
      method: 'POST',
      url: '/api/v1/probe',
      headers: { cookie: `session=${mine.cookie}`, ...(csrf ? { 'x-csrf-token': csrf } : {}) },
    });
  for (const csrf of [undefined, 'wrong', other.session.csrfToken]) {
    const refused = await write(csrf);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'csrf']);
  }
  expect((await write(mine.session.csrfToken)).statusCode).toBe(201);
});

function browserWith(cookie: string): Browser {
  const browser = new Browser(app);
  browser.cookies.set('session', cookie);
  return browser;
}

it('ends after eight hours without use, and lives on while it is used', async () => {
  const used = browserWith((await app.sessions.open(accountId)).cookie);
  const idle = await app.sessions.open(accountId);
  for (let hour = 0; hour < 9; hour++) {
    forward(HOUR);
    expect((await used.get('probe')).statusCode).toBe(200);
    await eventuallySeen(used);
  }
  expect((await read(idle.cookie)).statusCode).toBe(401);
});

/** Use is noted beside the request. */
async function eventuallySeen(browser: Browser): Promise<void> {
  const [id] = browser.cookies.get('session')!.split('.');
  for (let time = 0; time < 100; time++) {
    const [row] = await app.asSuperuser<{ seen: Date }>('select last_seen_at as seen from session where id = $1', [id]);
    if (row.seen.getTime() === instant) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the use of the session was not noted');
}

it('ends after seven days however much it is used', async () => {
  const { cookie, session } = await app.sessions.open(accountId);
  const browser = browserWith(cookie);
  await app.asSuperuser(`update session set idle_expires_at = expires_at where id = $1`, [session.id]);
  forward(7 * 24 * HOUR - MINUTE);
  expect((await browser.get('probe')).statusCode).toBe(200);
  forward(2 * MINUTE);
  expect((await browser.get('probe')).statusCode).toBe(401);
});

it('knows the longest time it was left unused, also after it was used again', async () => {
  const { cookie, session } = await app.sessions.open(accountId);
  const ask = async () => (await read(cookie)).json<Identity>().session!;
  instant = Date.parse(session.createdAt) + 40 * MINUTE;
  expect(await ask()).toEqual({ ageMs: 40 * MINUTE, idleMs: 40 * MINUTE });
  await eventuallySeen(browserWith(cookie));
  forward(10 * MINUTE);
  expect(await ask()).toEqual({ ageMs: 50 * MINUTE, idleMs: 40 * MINUTE });
  await eventuallySeen(browserWith(cookie));
  const [row] = await app.asSuperuser('select longest_idle_ms::int as idle from session where id = $1', [session.id]);
  expect(row).toEqual({ idle: 40 * MINUTE });
});

it('does not end because the demo’s clock is moved by a year', async () => {
  const { cookie } = await app.sessions.open(accountId);
  app.clock.offsetMs = 365 * 24 * HOUR;
  expect((await read(cookie)).statusCode).toBe(200);
  expect((await read((await app.sessions.open(accountId)).cookie)).statusCode).toBe(200);
  app.clock.offsetMs = 0;
});

it('notes use at most once a minute', async () => {
  const { cookie, session } = await app.sessions.open(accountId);
  const seen = async () =>
    (await app.asSuperuser<{ seen: Date }>('select last_seen_at as seen from session where id = $1', [session.id]))[0]
      .seen;
  const opened = await seen();
  forward(30_000);
  await read(cookie);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await seen()).toEqual(opened);
  forward(31_000);
  await read(cookie);
  await eventuallySeen(browserWith(cookie));
});

describe('the secret in the cookie', () => {
  it('changes every hour, and the former one is soon worth nothing', async () => {
    const { cookie: first } = await app.sessions.open(accountId);
    const browser = browserWith(first);
    forward(59 * MINUTE);
    await browser.get('probe');
    expect(browser.cookies.get('session')).toBe(first);
    forward(2 * MINUTE);
    await browser.get('probe');
    const second = browser.cookies.get('session')!;
    expect(second).not.toBe(first);
    expect((await browser.get('probe')).statusCode).toBe(200);
    expect((await read(first)).statusCode).toBe(200); // requests that were under way
    forward(61_000);
    expect((await read(first)).statusCode).toBe(401);
    expect((await read(second)).statusCode).toBe(200);
  });

  it('is the same for parallel requests, so that none of them signs the browser out', async () => {
    const { cookie } = await app.sessions.open(accountId);
    forward(61 * MINUTE);
    const answers = await Promise.all(Array.from({ length: 10 }, () => read(cookie)));
    const offered = new Set(answers.map((answer) => answer.cookies[0]?.value));
    expect(offered.size).toBe(1);
    const [next] = [...offered] as string[];
    const later = await Promise.all(Array.from({ length: 10 }, () => read(next)));
    expect(later.map((answer) => answer.statusCode)).toEqual(Array<number>(10).fill(200));
  });

  it('stays good when the answer with its successor never reached the browser', async () => {
    const { cookie } = await app.sessions.open(accountId);
    forward(61 * MINUTE);
    const lost = await read(cookie);
    forward(3 * HOUR);
    const again = await read(cookie);
    expect(again.statusCode).toBe(200);
    expect(again.cookies[0].value).toBe(lost.cookies[0].value);
  });

  it('is not in the database', async () => {
    const { cookie, session } = await app.sessions.open(accountId);
    const rows = await app.asSuperuser<object>('select * from session where id = $1', [session.id]);
    expect(JSON.stringify(rows)).not.toContain(cookie.split('.')[1]);
  });
});

it('loses access at once when the account is deactivated, with tokens too', async () => {
  const { id } = await app.accounts.ensure({ email: 'leaver@example.org', displayName: 'Leaver' });
  const { cookie, session } = await app.sessions.open(id);
  const { token } = await app.http
    .get(ApiTokens)
    .create(session, { name: 'sync', scopes: ['*:read'], expiresOn: '2999-12-31' });
  const byToken = () =>
    app.http.inject({ method: 'GET', url: '/api/v1/probe', headers: { authorization: `Bearer ${token}` } });
  expect([(await read(cookie)).statusCode, (await byToken()).statusCode]).toEqual([200, 200]);
  await app.accounts.deactivate(id);
  expect([(await read(cookie)).statusCode, (await byToken()).statusCode]).toEqual([401, 401]);
  await app.accounts.activate(id);
  expect((await read(cookie)).statusCode).toBe(401); // signing in anew is asked for
});
