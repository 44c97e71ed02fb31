import { Controller, Get, Module, Post } from '@nestjs/common';
import { CurrentIdentity, type Identity, SignedIn } from '@platform/http';
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

const read = (cookie: string) =>
  app.http.inject({ method: 'GET', url: '/api/v1/probe', headers: { cookie: `session=${cookie}` } });

it('recognizes a browser by its session cookie', async () => {
  const { cookie, session } = await app.sessions.open(accountId);
  const answer = await read(cookie);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ accountId, via: `session:${session.id}`, platformAdmin: false, secondFactor: false });
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
