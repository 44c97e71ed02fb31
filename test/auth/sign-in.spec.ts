import { Browser } from './browser';
import { type SignInApp, startSignInApp } from './sign-in-app';

const PASSWORD = 'four quiet green rivers';
const WRONG = 'some other long words';
let app: SignInApp;
let count = 0;

beforeAll(async () => {
  app = await startSignInApp();
});

afterAll(() => app.close());

async function someone(): Promise<{ id: string; email: string }> {
  const email = `Person.${++count}@Example.org`;
  const { id } = await app.accounts.ensure({ email, displayName: `Person ${count}` });
  await app.accounts.setPassword(id, PASSWORD);
  return { id, email };
}

describe('the password', () => {
  it('opens a session whose cookie no script can read, and says who signed in', async () => {
    const { id, email } = await someone();
    const browser = new Browser(app);
    const answer = await browser.signIn(email.toLowerCase(), PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      person: { id, email, displayName: `Person ${count}` },
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
    });
    const cookie = answer.cookies.find(({ name }) => name === 'session');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(cookie).not.toHaveProperty('secure');
    const me = await browser.get('me');
    expect(me.json()).toMatchObject({ id, account: { email }, tenants: [], grants: [], csrfToken: browser.csrfToken });
  });

  it('gets the same refusal for a wrong password, an unknown address and a deactivated account', async () => {
    const known = await someone();
    const gone = await someone();
    await app.accounts.deactivate(gone.id);
    const answers = await Promise.all([
      new Browser(app, '203.0.113.1').signIn(known.email, WRONG),
      new Browser(app, '203.0.113.2').signIn('nobody@example.org', PASSWORD),
      new Browser(app, '203.0.113.3').signIn(gone.email, PASSWORD),
      new Browser(app, '203.0.113.4').signIn('   ', PASSWORD),
    ]);
    const seen = answers.map((answer) => {
      const { requestId, ...problem } = answer.json<{ requestId: string }>();
      expect(requestId).toBeTruthy();
      return JSON.stringify([answer.statusCode, problem, Object.keys(answer.headers).sort()]);
    });
    expect(new Set(seen).size).toBe(1);
    expect(Browser.outcome(answers[0])).toEqual([401, 'wrong-credentials']);
  });

  it('takes as long to refuse an unknown address as a wrong password', async () => {
    const { email } = await someone();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 8; round++)
      for (const [kind, address] of [
        ['known', email],
        ['unknown', `nobody${round}@example.org`],
      ] as const) {
        const start = performance.now();
        await new Browser(app, `203.0.113.${20 + round}`).signIn(address, WRONG);
        times[kind].push(performance.now() - start);
      }
    const median = (list: number[]) => [...list].sort((a, b) => a - b)[list.length / 2];
    // without the decoy the unknown address would be refused without any hashing, in a fifth of the time
    expect(median(times.unknown)).toBeGreaterThan(median(times.known) * 0.5);
    expect(median(times.unknown)).toBeLessThan(median(times.known) * 2);
  });

  it.each([
    [{}],
    [{ email: 'a@b.example' }],
    [{ email: { $ne: '' }, password: ['x'] }],
    [{ email: 'a@b.example', password: 'x', tenantId: '1' }],
    [{ email: 'a@b.example', password: 'x'.repeat(2000) }],
  ])('is refused as invalid when what is sent is %j', async (body) => {
    expect((await new Browser(app).post('auth/login', body)).statusCode).toBe(422);
  });

  it('is hashed anew when the parameters of its hash are outdated', async () => {
    const { id, email } = await someone();
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await app.asSuperuser('update account set password_hash = $2 where id = $1', [id, weak]);
    expect((await new Browser(app).signIn(email, PASSWORD)).statusCode).toBe(200);
    const [{ stored }] = await app.asSuperuser<{ stored: string }>(
      'select password_hash as stored from account where id = $1',
      [id],
    );
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await new Browser(app).signIn(email, PASSWORD)).statusCode).toBe(200);
  });
});

it('reads no form of another site: only JSON, which a page of another site cannot send', async () => {
  const { email } = await someone();
  const body = JSON.stringify({ email, password: PASSWORD });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await app.http.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      headers: { 'content-type': type, origin: 'https://evil.example' },
      payload: body,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.cookies).toEqual([]);
  }
});

it('gives a new session at every sign-in and ends the one the browser had', async () => {
  const { email } = await someone();
  const browser = new Browser(app);
  await browser.signIn(email, PASSWORD);
  const before = browser.cookies.get('session')!;
  await browser.signIn(email, PASSWORD);
  expect(browser.cookies.get('session')).not.toBe(before);
  const thief = new Browser(app);
  thief.cookies.set('session', before);
  expect((await thief.get('me')).statusCode).toBe(401);
  expect((await browser.get('me')).statusCode).toBe(200);
});

it('does not adopt a session id that somebody planted in the browser', async () => {
  const { email } = await someone();
  const browser = new Browser(app);
  browser.cookies.set('session', '018f0000-0000-7000-8000-000000000000.planted');
  await browser.signIn(email, PASSWORD);
  expect(browser.cookies.get('session')).not.toContain('planted');
});

it('signs out for good', async () => {
  const { email } = await someone();
  const browser = new Browser(app);
  await browser.signIn(email, PASSWORD);
  const cookie = browser.cookies.get('session')!;
  expect((await browser.post('auth/logout', undefined, { headers: { 'x-csrf-token': 'wrong' } })).statusCode).toBe(403);
  expect((await browser.post('auth/logout')).statusCode).toBe(204);
  expect(browser.cookies.has('session')).toBe(false);
  browser.cookies.set('session', cookie);
  expect((await browser.get('me')).statusCode).toBe(401);
});

it('binds the cookie to the host and to https where the site is served over https', async () => {
  const secure = await startSignInApp({ storage: app.storage, env: { PUBLIC_URL: 'https://braidway.example.org' } });
  try {
    const { email } = await someone();
    const browser = new Browser(secure);
    const answer = await browser.signIn(email, PASSWORD);
    expect(answer.cookies).toContainEqual(
      expect.objectContaining({ name: '__Host-session', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' }),
    );
    expect(answer.headers['set-cookie']).not.toEqual(expect.arrayContaining([expect.stringMatching(/Domain=/i)]));
    expect((await browser.get('me')).statusCode).toBe(200);
  } finally {
    await secure.close();
  }
});

it('changes language, time zone and colors, under the version that was read', async () => {
  const { email } = await someone();
  const browser = new Browser(app);
  await browser.signIn(email, PASSWORD);
  const { version } = (await browser.get('me')).json<{ version: number }>();
  const change = (payload: object, ifMatch?: string) =>
    browser.send('PATCH', 'me', { payload, headers: ifMatch ? { 'if-match': ifMatch } : {} });
  expect((await change({ locale: 'es' })).statusCode).toBe(428);
  const changed = await change({ locale: 'es', timeZone: 'America/Detroit', displayScheme: 'dark' }, `"${version}"`);
  expect(changed.json()).toMatchObject({
    locale: 'es',
    version: version + 1,
    account: { timeZone: 'America/Detroit', displayScheme: 'dark' },
  });
  expect((await change({ locale: 'en' }, `"${version}"`)).statusCode).toBe(412);
  for (const wrong of [
    { locale: 'de' },
    { locale: null },
    { timeZone: 'Mars/Base' },
    { platformAdmin: true },
    { email: 'x@y.example' },
  ])
    expect((await change(wrong, `"${version + 1}"`)).statusCode).toBe(422);
  expect((await change({ timeZone: null }, `"${version + 1}"`)).json()).toMatchObject({ account: { timeZone: null } });
});

it('shows a platform administrator, and only one, as such', async () => {
  await app.accounts.createPlatformAdmin('root@example.org', PASSWORD);
  const browser = new Browser(app);
  await browser.signIn('root@example.org', PASSWORD);
  expect((await browser.get('me')).json()).toMatchObject({ account: { platformAdmin: true } });
});
