import { Controller, Get, Module } from '@nestjs/common';
import { ApiTokens } from '@platform/auth';
import { Database } from '@platform/database';
import { SignedIn } from '@platform/http';
import { eventually } from '../support/eventually';
import { Browser } from './browser';
import { type SignInApp, startSignInApp } from './sign-in-app';

@Controller('api/v1/probe')
class ProbeController {
  @Get() @SignedIn() read(): { read: boolean } {
    return { read: true };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

let first: SignInApp;
let second: SignInApp;
let count = 0;

beforeAll(async () => {
  first = await startSignInApp({ imports: [ProbeModule] });
  second = await startSignInApp({ imports: [ProbeModule], storage: first.storage });
});

afterAll(async () => {
  await second.close();
  await first.close();
});

const status = async (app: SignInApp, cookie: string) => {
  const browser = new Browser(app);
  browser.cookies.set('session', cookie);
  return (await browser.get('probe')).statusCode;
};

async function someone() {
  const { id } = await first.accounts.ensure({ email: `person.${++count}@example.org`, displayName: 'Person' });
  const open = await first.sessions.open(id);
  for (const app of [first, second]) expect(await status(app, open.cookie)).toBe(200); // both remember it now
  return { id, ...open };
}

it('asks the database for a session once, not at every request', async () => {
  const { cookie } = await someone();
  const asked = jest.spyOn(second.http.get(Database), 'system');
  for (let time = 0; time < 5; time++) await status(second, cookie);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

it('refuses an ended session at once in the process that ended it, and within moments in every other', async () => {
  const { id, cookie } = await someone();
  await first.sessions.end(id);
  expect(await status(first, cookie)).toBe(401);
  await eventually(async () => expect(await status(second, cookie)).toBe(401));
});

it('refuses a deactivated account and its tokens in every process', async () => {
  const { id, cookie, session } = await someone();
  const { token } = await first.http
    .get(ApiTokens)
    .create(session, { name: 'sync', scopes: ['*:read'], expiresOn: '2999-12-31' });
  const byToken = async (app: SignInApp) =>
    (await new Browser(app).get('probe', { headers: { authorization: `Bearer ${token}` } })).statusCode;
  expect([await byToken(first), await byToken(second)]).toEqual([200, 200]);
  await second.accounts.deactivate(id);
  expect([await status(second, cookie), await byToken(second)]).toEqual([401, 401]);
  await eventually(async () => expect([await status(first, cookie), await byToken(first)]).toEqual([401, 401]));
});

it('accepts a new secret in every process as soon as one has given it', async () => {
  const { cookie, id } = await someone();
  const later = new Date(Date.now() + 61 * 60_000);
  const clocks = [first, second].map((app) => jest.spyOn(app.machineClock, 'now').mockReturnValue(later));
  try {
    const browser = new Browser(first);
    browser.cookies.set('session', cookie);
    await browser.get('probe');
    const next = browser.cookies.get('session')!;
    expect(next).not.toBe(cookie);
    expect(await status(second, next)).toBe(200);
    expect(await status(first, next)).toBe(200);
    expect(await second.sessions.end(id)).toBe(1);
    expect(await status(second, next)).toBe(401);
  } finally {
    clocks.forEach((clock) => clock.mockRestore());
  }
});

it('remembers nothing while it cannot hear what others end', async () => {
  const { id, cookie } = await someone();
  await first.asSuperuser(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`);
  await eventually(async () => {
    const asked = jest.spyOn(second.http.get(Database), 'system');
    await status(second, cookie);
    await status(second, cookie);
    const times = asked.mock.calls.length;
    asked.mockRestore();
    expect(times).toBe(2);
  });
  await first.sessions.end(id);
  await eventually(async () => expect(await status(second, cookie)).toBe(401));
});

it('knows a session by one spelling of its id only', async () => {
  const { id, cookie, session } = await someone();
  const shouted = cookie.replace(session.id, session.id.toUpperCase());
  expect(shouted).not.toBe(cookie);
  expect(await status(first, shouted)).toBe(401);
  await first.sessions.end(id);
});
