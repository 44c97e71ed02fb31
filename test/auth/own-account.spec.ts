import { TOTP, URI } from 'otpauth';
import { Browser } from './browser';
import { type SignInApp, startSignInApp } from './sign-in-app';

const PASSWORD = 'four quiet green rivers';
const OTHER = 'another long set of words';
let app: SignInApp;
let count = 0;
let instant = Date.parse('2026-03-02T09:00:00Z');

beforeAll(async () => {
  app = await startSignInApp();
  jest.spyOn(app.machineClock, 'now').mockImplementation(() => new Date(instant));
});

afterAll(() => app.close());

/** A person with a signed-in browser; each from an address of their own. */
async function someone(): Promise<{ id: string; email: string; browser: Browser }> {
  const email = `person.${++count}@example.org`;
  const { id } = await app.accounts.ensure({ email, displayName: `Person ${count}` });
  await app.accounts.setPassword(id, PASSWORD);
  const browser = new Browser(app, `198.51.100.${count}`);
  await browser.signIn(email, PASSWORD);
  return { id, email, browser };
}

const version = async (browser: Browser) => (await browser.get('me')).json<{ version: number }>().version;
const remove = (browser: Browser, path: string, ifMatch: string | number, payload?: object) =>
  browser.send('DELETE', path, { headers: { 'if-match': `"${ifMatch}"` }, payload });

describe('changing the password', () => {
  const change = (browser: Browser, currentPassword: string, password: string) =>
    browser.post('me/password', { currentPassword, password });

  it('needs the present one, ends all other sessions and renews the cookie of this one', async () => {
    const { email, browser } = await someone();
    const other = new Browser(app);
    await other.signIn(email, PASSWORD);
    const before = browser.cookies.get('session');
    const wrong = await change(browser, OTHER, OTHER);
    expect(wrong.json()).toMatchObject({ status: 422, errors: [{ path: 'currentPassword', rule: 'wrong' }] });
    expect((await change(browser, PASSWORD, OTHER)).statusCode).toBe(204);
    expect(browser.cookies.get('session')).not.toBe(before);
    expect((await browser.get('me')).statusCode).toBe(200);
    expect((await other.get('me')).statusCode).toBe(401);
    const thief = new Browser(app);
    thief.cookies.set('session', before!);
    expect((await thief.get('me')).statusCode).toBe(401);
    expect((await new Browser(app).signIn(email, PASSWORD)).statusCode).toBe(401);
    expect((await new Browser(app).signIn(email, OTHER)).statusCode).toBe(200);
  });

  it('keeps to the rules for passwords', async () => {
    const { browser, email } = await someone();
    for (const [password, rule] of [
      ['short', 'too-short'],
      [email, 'is-email'],
      ['Password2026', 'common'],
      [PASSWORD, 'same'],
    ])
      expect((await change(browser, PASSWORD, password)).json()).toMatchObject({
        errors: [{ path: 'password', rule }],
      });
  });

  it('cannot be guessed with a stolen session', async () => {
    const { browser } = await someone();
    const statuses: number[] = [];
    for (let time = 0; time < 12; time++) statuses.push((await change(browser, 'wrong', OTHER)).statusCode);
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429, 429]);
  });
});

describe('sessions', () => {
  interface Item {
    id: string;
    version: number;
    current: boolean;
    device: string;
    ipPrefix: string;
  }
  const list = async (browser: Browser) => (await browser.get('me/sessions')).json<{ items: Item[]; total: number }>();

  it('are listed with what one knows them by, and end one by one or all others together', async () => {
    const { email, browser } = await someone();
    const [phone, desk, library] = [new Browser(app), new Browser(app), new Browser(app)];
    for (const each of [phone, desk, library]) await each.signIn(email, PASSWORD);
    const { items, total } = await list(browser);
    expect(total).toBe(4);
    expect(items.filter((item) => item.current)).toHaveLength(1);
    expect(items[0]).toMatchObject({ device: 'Firefox on Linux', ipPrefix: '198.51.100.0/24', version: 1 });
    const phoneId = phone.cookies.get('session')!.split('.')[0];
    expect((await remove(browser, `me/sessions/${phoneId}`, 7)).statusCode).toBe(412);
    expect((await browser.send('DELETE', `me/sessions/${phoneId}`)).statusCode).toBe(428);
    expect((await remove(browser, `me/sessions/${phoneId}`, 1)).statusCode).toBe(204);
    expect((await remove(browser, `me/sessions/${phoneId}`, 1)).statusCode).toBe(404);
    expect((await phone.get('me')).statusCode).toBe(401);
    expect((await desk.get('me')).statusCode).toBe(200);
    expect((await browser.post('me/sessions/end-others')).statusCode).toBe(204);
    expect([(await desk.get('me')).statusCode, (await library.get('me')).statusCode]).toEqual([401, 401]);
    expect((await list(browser)).total).toBe(1);
  });

  it('of others are neither seen nor ended', async () => {
    const [mine, theirs] = [await someone(), await someone()];
    const id = theirs.browser.cookies.get('session')!.split('.')[0];
    expect((await remove(mine.browser, `me/sessions/${id}`, 1)).statusCode).toBe(404);
    await mine.browser.post('me/sessions/end-others');
    expect((await theirs.browser.get('me')).statusCode).toBe(200);
    expect((await list(mine.browser)).items.map((item) => item.id)).not.toContain(id);
  });
});

describe('API tokens', () => {
  const wish = { name: 'Nightly report', scopes: ['me:read'], expiresOn: '2026-04-01' };
  const create = async (browser: Browser, changes: object = {}) =>
    (await browser.post('me/tokens', { ...wish, ...changes })).json<{ id: string; token: string }>();
  const use = (token: string, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) =>
    new Browser(app).send(method, path, { payload, headers: { authorization: `Bearer ${token}` } });

  it('are shown once, work without cookie and CSRF token, and stay within their scopes', async () => {
    const { id, browser } = await someone();
    const made = await browser.post('me/tokens', wish);
    expect(made.statusCode).toBe(201);
    const { token } = made.json<{ token: string }>();
    expect((await browser.get('me/tokens')).body).not.toContain(token);
    expect((await use(token, 'GET', 'me')).json()).toMatchObject({ id, csrfToken: null });
    expect((await use(token, 'PATCH', 'me', { locale: 'es' })).statusCode).toBe(403);
    const foreign = await create(browser, { scopes: ['assessments:read', 'gaps:write'] });
    expect((await use(foreign.token, 'GET', 'me')).statusCode).toBe(403);
    const rows = await app.asSuperuser<object>('select * from api_token');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('cannot change how their owner signs in, nor make further tokens, whatever their scopes', async () => {
    const { browser } = await someone();
    const { token } = await create(browser, { scopes: ['*:read', '*:write'] });
    const tries = [
      use(token, 'POST', 'me/tokens', wish),
      use(token, 'POST', 'me/password', { currentPassword: PASSWORD, password: OTHER }),
      use(token, 'POST', 'me/second-factor'),
      use(token, 'POST', 'me/sessions/end-others'),
      use(token, 'GET', 'me/sessions'),
    ];
    for (const answer of await Promise.all(tries)) expect(Browser.outcome(answer)).toEqual([403, 'session-required']);
  });

  it('end on their last day, when revoked, and never become valid by a cookie sent along', async () => {
    const { browser } = await someone();
    const { id, token } = await create(browser);
    const now = instant;
    instant = Date.parse('2026-04-01T23:59:00Z');
    expect((await use(token, 'GET', 'me')).statusCode).toBe(200);
    instant += 86_400_000;
    expect((await use(token, 'GET', 'me')).statusCode).toBe(401);
    instant = now;
    expect((await remove(browser, `me/tokens/${id}`, 1)).statusCode).toBe(204);
    expect((await use(token, 'GET', 'me')).statusCode).toBe(401);
    const both = await browser.send('GET', 'me', { headers: { authorization: `Bearer ${token}` } });
    expect(both.statusCode).toBe(401);
  });

  it.each([
    [{ scopes: [] }],
    [{ scopes: ['everything'] }],
    [{ scopes: ['*:admin'] }],
    [{ name: ' ' }],
    [{ expiresOn: '2026-02-31' }],
    [{ expiresOn: '2026-03-01' }],
    [{ expiresOn: null }],
  ])('are refused when asked for with %j', async (changes) => {
    const { browser } = await someone();
    expect((await browser.post('me/tokens', { ...wish, ...changes })).statusCode).toBe(422);
  });

  it('of others can be neither seen nor revoked', async () => {
    const [mine, theirs] = [await someone(), await someone()];
    const { id, token } = await create(theirs.browser);
    expect((await remove(mine.browser, `me/tokens/${id}`, 1)).statusCode).toBe(404);
    expect((await mine.browser.get('me/tokens')).json()).toMatchObject({ total: 0 });
    expect((await use(token, 'GET', 'me')).statusCode).toBe(200);
  });
});

describe('the second factor', () => {
  const next = () => {
    instant += 30_000;
  };
  const codeOf = (totp: TOTP) => totp.generate({ timestamp: instant });

  async function enrolled() {
    const person = await someone();
    const { secret, uri } = (await person.browser.post('me/second-factor')).json<{ secret: string; uri: string }>();
    const totp = URI.parse(uri) as TOTP;
    expect(totp.secret.base32).toBe(secret);
    const answer = await person.browser.post('me/second-factor/confirm', { code: codeOf(totp) });
    next();
    return { ...person, totp, answer, recoveryCodes: answer.json<{ recoveryCodes: string[] }>().recoveryCodes };
  }

  it('is asked for only after the right password, and then signs in', async () => {
    const { email, totp } = await enrolled();
    const attempt = async (password: string, code?: string) =>
      Browser.outcome(await new Browser(app).signIn(email, password, code));
    expect(await attempt(OTHER)).toEqual([401, 'wrong-credentials']);
    expect(await attempt(OTHER, codeOf(totp))).toEqual([401, 'wrong-credentials']);
    expect(await attempt(PASSWORD)).toEqual([401, 'second-factor-required']);
    expect(await attempt(PASSWORD, '000000')).toEqual([401, 'second-factor-wrong']);
    const browser = new Browser(app);
    expect((await browser.signIn(email, PASSWORD, codeOf(totp))).statusCode).toBe(200);
    expect((await browser.get('me')).json()).toMatchObject({
      secondFactor: { active: true, given: true, recoveryCodesLeft: 10 },
    });
    next();
  });

  it('is not asked for before the first code has confirmed it', async () => {
    const { email, browser } = await someone();
    await browser.post('me/second-factor');
    expect((await browser.post('me/second-factor/confirm', { code: '000000' })).statusCode).toBe(422);
    expect((await new Browser(app).signIn(email, PASSWORD)).statusCode).toBe(200);
  });

  it('renews the cookie and ends the other sessions when it comes into use', async () => {
    const person = await someone();
    const other = new Browser(app);
    await other.signIn(person.email, PASSWORD);
    const before = person.browser.cookies.get('session')!;
    const { uri } = (await person.browser.post('me/second-factor')).json<{ uri: string }>();
    await person.browser.post('me/second-factor/confirm', { code: codeOf(URI.parse(uri) as TOTP) });
    next();
    expect((await person.browser.get('me')).json()).toMatchObject({ secondFactor: { given: true } });
    const thief = new Browser(app);
    thief.cookies.set('session', before);
    expect([(await thief.get('me')).statusCode, (await other.get('me')).statusCode]).toEqual([401, 401]);
  });

  it('accepts a code once: not again, not an earlier one, and only one of two at once', async () => {
    const { email, totp } = await enrolled();
    const earlier = codeOf(totp);
    next();
    const code = codeOf(totp);
    const attempt = async (ip: string, typed: string) =>
      (await new Browser(app, ip).signIn(email, PASSWORD, typed)).statusCode;
    const both = await Promise.all([attempt('203.0.113.1', code), attempt('203.0.113.2', code)]);
    expect(both.sort()).toEqual([200, 401]);
    expect(await attempt('203.0.113.1', code)).toBe(401);
    expect(await attempt('203.0.113.1', earlier)).toBe(401);
    next();
    expect(await attempt('203.0.113.1', codeOf(totp))).toBe(200);
    next();
  });

  it('accepts each recovery code once, however it is typed', async () => {
    const { email, recoveryCodes } = await enrolled();
    expect(new Set(recoveryCodes).size).toBe(10);
    const attempt = async (code: string) => (await new Browser(app).signIn(email, PASSWORD, code)).statusCode;
    expect(await attempt(recoveryCodes[0])).toBe(200);
    expect(await attempt(recoveryCodes[0])).toBe(401);
    expect(await attempt(recoveryCodes[1].toUpperCase().replaceAll('-', ' '))).toBe(200);
    const rows = await app.asSuperuser<object>('select * from account');
    expect(JSON.stringify(rows)).not.toContain(recoveryCodes[2]);
  });

  it('cannot be guessed by who has the password, wherever the guesses come from', async () => {
    const { email } = await enrolled();
    const statuses: number[] = [];
    for (let time = 0; time < 12; time++)
      statuses.push((await new Browser(app, `192.0.2.${time}`).signIn(email, PASSWORD, '123456')).statusCode);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  });

  it('goes only with a password or a code, and its secret is not stored in clear', async () => {
    const { id, browser, totp } = await enrolled();
    const stored = await app.asSuperuser<object>('select totp_secret from account where id = $1', [id]);
    expect(JSON.stringify(stored)).not.toContain(totp.secret.base32);
    expect((await browser.post('me/second-factor')).statusCode).toBe(409);
    expect((await remove(browser, 'me/second-factor', await version(browser), {})).statusCode).toBe(422);
    expect((await remove(browser, 'me/second-factor', await version(browser), { password: OTHER })).statusCode).toBe(
      422,
    );
    expect((await remove(browser, 'me/second-factor', 99, { password: PASSWORD })).statusCode).toBe(412);
    const done = await remove(browser, 'me/second-factor', await version(browser), { password: PASSWORD });
    expect(done.statusCode).toBe(204);
    expect((await browser.get('me')).json()).toMatchObject({ secondFactor: { active: false, recoveryCodesLeft: 0 } });
  });
});
