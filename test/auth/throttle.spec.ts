import { Browser } from './browser';
import { type SignInApp, startSignInApp } from './sign-in-app';

const PASSWORD = 'four quiet green rivers';
const WRONG = 'some other long words';
let app: SignInApp;
let count = 0;

let instant = Date.parse('2026-03-02T09:00:00Z');

beforeAll(async () => {
  app = await startSignInApp();
  jest.spyOn(app.machineClock, 'now').mockImplementation(() => new Date(instant)); // waits must not run out under load
});

afterAll(() => app.close());

async function someone(): Promise<string> {
  const email = `person.${++count}@example.org`;
  const { id } = await app.accounts.ensure({ email, displayName: 'Person' });
  await app.accounts.setPassword(id, PASSWORD);
  return email;
}

async function guess(email: string, ip: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time++) statuses.push((await new Browser(app, ip).signIn(email, WRONG)).statusCode);
  return statuses;
}

const forward = (seconds: number) => {
  instant += seconds * 1000;
};

it('makes a guesser wait, longer and longer, and says how long', async () => {
  const email = await someone();
  const ip = '203.0.113.10';
  expect(await guess(email, ip, 6)).toEqual([401, 401, 401, 401, 401, 429]);
  const first = await new Browser(app, ip).signIn(email, PASSWORD);
  expect(Browser.outcome(first)).toEqual([429, 'too-many-attempts']);
  expect(Number(first.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(first.headers['retry-after'])).toBeLessThanOrEqual(2);
  forward(3);
  expect(await guess(email, ip, 2)).toEqual([401, 429]);
  const second = await new Browser(app, ip).signIn(email, PASSWORD);
  expect(Number(second.headers['retry-after'])).toBeGreaterThan(2);
  forward(5);
  expect((await new Browser(app, ip).signIn(email, PASSWORD)).statusCode).toBe(200);
});

it('tells nothing by it: an unknown address waits as a known one does', async () => {
  const known = await guess(await someone(), '203.0.113.11', 7);
  const unknown = await guess('nobody@example.org', '203.0.113.11', 7);
  expect(unknown).toEqual(known);
});

it('counts fifty guesses at once like fifty in a row', async () => {
  const email = await someone();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => new Browser(app, '203.0.113.12').signIn(email, WRONG)),
  );
  expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5);
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(45);
});

it('lets twenty right sign-ins at once through', async () => {
  const email = await someone();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => new Browser(app, '203.0.113.13').signIn(email, PASSWORD)),
  );
  expect(answers.every((answer) => answer.statusCode === 200)).toBe(true);
});

it('lets a whole class sign in at once from its one address', async () => {
  const emails = await Promise.all(Array.from({ length: 30 }, () => someone()));
  const answers = await Promise.all(emails.map((email) => new Browser(app, '203.0.113.30').signIn(email, PASSWORD)));
  expect(answers.filter((answer) => answer.statusCode !== 200)).toEqual([]);
});

it('does not lock the owner out at another address', async () => {
  const email = await someone();
  await guess(email, '203.0.113.14', 20);
  expect((await new Browser(app, '203.0.113.15').signIn(email, PASSWORD)).statusCode).toBe(200);
});

it('does not lock the owner out at the same address in a browser used before', async () => {
  const email = await someone();
  const own = new Browser(app, '203.0.113.16');
  await own.signIn(email, PASSWORD);
  await own.post('auth/logout');
  await guess(email, '203.0.113.16', 20);
  expect((await new Browser(app, '203.0.113.16').signIn(email, PASSWORD)).statusCode).toBe(429);
  expect((await own.signIn(email, PASSWORD)).statusCode).toBe(200);
});

it('does not accept the mark of a browser for an account that was never used in it', async () => {
  const [victim, attacker] = [await someone(), await someone()];
  const browser = new Browser(app, '203.0.113.17');
  await browser.signIn(attacker, PASSWORD);
  await browser.post('auth/logout');
  for (let time = 0; time < 5; time++) await browser.signIn(victim, WRONG);
  expect((await browser.signIn(victim, WRONG)).statusCode).toBe(429);
});

it('limits a browser used before as well', async () => {
  const email = await someone();
  const browser = new Browser(app, '203.0.113.18');
  await browser.signIn(email, PASSWORD);
  await browser.post('auth/logout');
  const statuses: number[] = [];
  for (let time = 0; time < 11; time++) statuses.push((await browser.signIn(email, WRONG)).statusCode);
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
});

it('slows down an address that tries one password on many accounts, and no other address', async () => {
  const statuses: number[] = [];
  for (let time = 0; time < 51; time++)
    statuses.push((await new Browser(app, '203.0.113.19').signIn(`pupil${time}@example.org`, WRONG)).statusCode);
  expect(statuses.slice(0, 50)).toEqual(Array<number>(50).fill(401));
  expect(statuses[50]).toBe(429);
  expect((await new Browser(app, '203.0.113.20').signIn(await someone(), PASSWORD)).statusCode).toBe(200);
});

it('counts one IPv6 subscriber once, whatever addresses of the network are used', async () => {
  const email = await someone();
  for (let time = 0; time < 5; time++) await guess(email, `2001:db8:1:2::${time + 1}`, 1);
  expect((await new Browser(app, '2001:db8:1:2:ffff::9').signIn(email, PASSWORD)).statusCode).toBe(429);
  expect((await new Browser(app, '2001:db8:1:3::1').signIn(email, PASSWORD)).statusCode).toBe(200);
});

it('keeps no address of anybody in its counts', async () => {
  const rows = await app.asSuperuser<object>('select * from sign_in_attempt');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/example\.org|203\.0/);
});
