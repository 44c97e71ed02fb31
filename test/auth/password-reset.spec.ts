import { MailRenderer } from '@platform/mail';
import { Browser } from './browser';
import { type SignInApp, startSignInApp } from './sign-in-app';

const PASSWORD = 'four quiet green rivers';
const OTHER = 'another long set of words';
let app: SignInApp;
let count = 0;
const written: { template: string; link: string; locale: string }[] = [];

beforeAll(async () => {
  app = await startSignInApp();
  const renderer = app.http.get(MailRenderer);
  const render = renderer.render.bind(renderer);
  jest.spyOn(renderer, 'render').mockImplementation((template, data, frame) => {
    written.push({ template, link: data.link!, locale: frame.locale });
    return render(template, data, frame);
  });
});

beforeEach(() => {
  written.length = 0;
});

afterAll(() => app.close());

async function someone(): Promise<{ id: string; email: string }> {
  const email = `person.${++count}@example.org`;
  const { id } = await app.accounts.ensure({ email, displayName: `Person ${count}` });
  await app.accounts.setPassword(id, PASSWORD);
  return { id, email };
}

const ask = (email: string, ip = `198.51.100.${count}`) => new Browser(app, ip).post('auth/password-reset', { email });
const confirm = (token: string, password = OTHER) =>
  new Browser(app).post('auth/password-reset/confirm', { token, password });
const tokenOf = (link: string) => link.split('/l/')[1];

it('mails a link that sets a new password once, and ends all sessions', async () => {
  const { email } = await someone();
  const browser = new Browser(app);
  await browser.signIn(email, PASSWORD);
  expect((await ask(email.toUpperCase())).statusCode).toBe(202);
  expect(written).toEqual([
    { template: 'auth.password-reset', link: expect.stringMatching(/\/l\/[\w-]{43}$/), locale: 'en' },
  ]);
  const token = tokenOf(written[0].link);
  const shown = await browser.get(`links/${token}`);
  expect(shown.json()).toMatchObject({ purpose: 'password-reset', about: { email } });
  expect((await confirm(token, 'short')).statusCode).toBe(422);
  expect((await confirm(token)).statusCode).toBe(204);
  expect(Browser.outcome(await confirm(token))).toEqual([404, 'link-invalid']);
  expect((await browser.get('me')).statusCode).toBe(401);
  expect((await new Browser(app).signIn(email, PASSWORD)).statusCode).toBe(401);
  expect((await new Browser(app).signIn(email, OTHER)).statusCode).toBe(200);
});

it('answers and takes the same whether there is an account or not, and mails nobody else', async () => {
  const { email } = await someone();
  const gone = await someone();
  await app.accounts.deactivate(gone.id);
  const seen = [];
  for (const address of [email, 'nobody@example.org', gone.email]) {
    const start = performance.now();
    const answer = await ask(address, '203.0.113.5');
    seen.push({ status: answer.statusCode, body: answer.body, slow: performance.now() - start > 240 });
  }
  expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify({ status: 202, body: '', slow: true })]),
  );
  expect(written).toHaveLength(1);
});

it('makes the link of an earlier mail worthless', async () => {
  const { email } = await someone();
  await ask(email);
  await ask(email);
  const [first, second] = written.map(({ link }) => tokenOf(link));
  expect((await confirm(first)).statusCode).toBe(404);
  expect((await confirm(second)).statusCode).toBe(204);
});

it('works for one hour', async () => {
  const { email } = await someone();
  await ask(email);
  app.clock.offsetMs += 61 * 60_000;
  expect((await confirm(tokenOf(written[0].link))).statusCode).toBe(404);
});

it('lets exactly one of ten parallel confirmations through', async () => {
  const { email } = await someone();
  await ask(email);
  const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(tokenOf(written[0].link))));
  expect(answers.filter((answer) => answer.statusCode === 204)).toHaveLength(1);
});

it('does nothing for an account that was deactivated after the mail', async () => {
  const { id, email } = await someone();
  await ask(email);
  await app.accounts.deactivate(id);
  expect((await confirm(tokenOf(written[0].link))).statusCode).toBe(404);
});

it('fills nobody’s mailbox: few mails to one address, whoever asks, and the answer does not tell', async () => {
  const { email } = await someone();
  for (let time = 0; time < 6; time++) expect((await ask(email, `203.0.113.${100 + time}`)).statusCode).toBe(202);
  expect(written).toHaveLength(3);
});

it('slows one place down that asks for many', async () => {
  const clock = jest.spyOn(app.machineClock, 'now').mockReturnValue(new Date());
  const statuses = await Promise.all(
    Array.from({ length: 31 }, (_, time) => ask(`nobody${time}@example.org`, '203.0.113.99')),
  );
  expect(statuses.every((answer) => answer.statusCode === 202 || answer.statusCode === 429)).toBe(true);
  expect(Browser.outcome(await ask('nobody@example.org', '203.0.113.99'))).toEqual([429, 'too-many-attempts']);
  clock.mockRestore();
});

it('is written in the language of the account', async () => {
  const { id, email } = await someone();
  await app.accounts.setPreferences(id, (await app.accounts.get(id)).version, { locale: 'es' });
  await ask(email);
  expect(written[0].locale).toBe('es');
});
