import { buildProgram } from '../../apps/cli/src/program';
import { TestApp } from '../support/app';
import { as } from '../support/client';

let app: TestApp;
const printed: string[] = [];
const complained: string[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  jest.spyOn(console, 'error').mockImplementation((line: string) => void complained.push(line));
});
beforeEach(() => {
  printed.length = 0;
  complained.length = 0;
  process.exitCode = undefined;
});
afterEach(() => {
  process.exitCode = undefined;
});
afterAll(() => app.close());

const run = (...args: string[]) => buildProgram().parseAsync(['node', 'braidway', ...args]);
const password = 'four quiet green rivers';
const oregon = [
  'create-tenant',
  'oregon',
  '--name',
  'Oregon',
  '--time-zone',
  'America/Los_Angeles',
  '--admin-email',
  'ada@example.org',
];

describe('create-tenant', () => {
  it('prints a link that makes the first administrator', async () => {
    await run(...oregon, '--json');
    const made = JSON.parse(printed[0]);
    expect(made).toMatchObject({ slug: 'oregon', name: 'Oregon' });
    expect((await as(app).post(`/links/${made.invitation.split('/l/')[1]}`, { password })).body).toEqual({
      tenant: 'oregon',
      email: 'ada@example.org',
    });
  });

  it('says in one line what is wrong', async () => {
    await run(...oregon);
    expect([process.exitCode, complained]).toEqual([1, [expect.stringContaining('already a tenant "oregon"')]]);
    complained.length = 0;
    await run('create-tenant', 'Oregon!', ...oregon.slice(2));
    expect([process.exitCode, complained]).toEqual([1, [expect.stringContaining('slug')]]);
  });
});

describe('create-admin', () => {
  it('makes a platform administrator who can sign in with the password that is shown once', async () => {
    await run('create-admin', 'owner@example.org', '--json');
    const made = JSON.parse(printed[0]);
    const login = await as(app).post('/auth/login', { email: 'owner@example.org', password: made.password });
    const cookie = String(login.headers['set-cookie']).split(';')[0];
    expect((await as(app, { headers: { cookie } }).get('/tenants')).status).toBe(200);
  });

  it('invites a state administrator of a tenant', async () => {
    await run('create-admin', 'second@example.org', '--tenant', 'oregon');
    expect(printed[0]).toMatch(/second@example.org becomes an administrator of Oregon .*\n.*\/l\/[\w-]{43}$/);
    await run('create-admin', 'second@example.org', '--tenant', 'nowhere');
    expect([process.exitCode, complained]).toEqual([1, [expect.stringContaining('There is no tenant "nowhere"')]]);
  });
});
