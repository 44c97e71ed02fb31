import { Client } from 'pg';
import { Accounts } from '@platform/auth';
import { ConsensusService } from '@domain/assessments';
import { demoEmail } from '../../apps/cli/src/demo/demo-state';
import { removeDemo } from '../../apps/cli/src/demo/remove-demo';
import { TestApp } from '../support/app';
import { signIn } from '../support/builders/directory';
import { as } from '../support/client';
import { DEMO_PASSWORD, loadDemoParts } from '../support/demo';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ DEMO: 'true', DEMO_PASSWORD });
  const record = jest.spyOn(app.nest.get(ConsensusService), 'record');
  record.mockImplementationOnce(() => Promise.reject(new Error('The power failed.')));
  await expect(loadDemoParts(app)).rejects.toThrow('The power failed.');
  record.mockRestore();
  await loadDemoParts(app);
}, 480_000);
afterAll(() => app.close());

const person = async (login: string) => {
  const { id } = (await app.nest.get(Accounts).find(demoEmail(login)))!;
  return as(app, { headers: await signIn(app, id) });
};
const rounds = async (login: string, tenant = 'michigan') =>
  (await (await person(login)).get(`/t/${tenant}/assessments?sort=title,-cycle&limit=100`)).body.items;
const round = async (login: string, status: string, partnership: RegExp) =>
  (await rounds(login)).find(
    (one: { status: string; partnershipName: string }) =>
      one.status === status && partnership.test(one.partnershipName),
  );

it('has one round open for answers, one in consensus, and one locked a year ago', async () => {
  const found = (await rounds('coach')).map(
    ({ partnershipName, cycle, status }: { partnershipName: string; cycle: number; status: string }) =>
      `${partnershipName.split(' ')[0]} ${cycle} ${status}`,
  );
  expect(found.sort()).toEqual(['Kalamazoo 1 locked', 'Kalamazoo 2 open', 'Michigan 1 locked', 'St. 1 in_consensus']);
  const { lockedAt } = await round('lead', 'locked', /Kalamazoo/);
  const days = (Date.now() - Date.parse(lockedAt)) / 86_400_000;
  expect(days).toBeGreaterThan(365);
  expect(days).toBeLessThan(380);
});

it('shows progress that differs from person to person', async () => {
  const mine = async (login: string) => {
    const { myStatus, myAnswered, indicatorCount } = await round(login, 'open', /Kalamazoo/);
    return [myStatus, myAnswered, indicatorCount];
  };
  expect(await mine('district')).toEqual(['started', 44, 82]);
  expect(await mine('college')).toEqual(['submitted', 82, 82]);
  expect(await mine('counselor')).toEqual(['invited', 0, 82]);
  const { respondents } = (await (
    await person('lead')
  ).get(`/t/michigan/assessments/${(await round('lead', 'open', /Kalamazoo/)).id}`))!.body;
  expect(respondents).toMatchObject({ invited: 7, started: 3, submitted: 3 });
});

it('has a talk that is under way, with everything the agenda can hold', async () => {
  const { id } = await round('coach', 'in_consensus', /St\. Joseph/);
  const { items } = (await (await person('coach')).get(`/t/michigan/assessments/${id}/consensus`)).body;
  const ranks = new Set(items.map(({ order }: { order: { category: number } }) => order.category));
  expect([...ranks].sort()).toEqual([1, 2, 3, 4, 5]);
  const outcomes = new Set(items.map(({ rating }: { rating: { outcome: string } | null }) => rating?.outcome));
  expect(outcomes).toEqual(new Set([undefined, 'level', 'no_consensus', 'unresolved']));
});

it('has a full heat map and caseload for the coach of both states', async () => {
  const coach = await person('coach');
  const map = (await coach.get('/t/michigan/readiness/heat-map')).body;
  const locked = map.partnerships.filter(({ lockedAt }: { lockedAt: string | null }) => lockedAt);
  expect(locked).toHaveLength(2);
  for (const { cells } of locked) expect(Object.keys(cells)).toHaveLength(6);
  expect((await coach.get('/t/kansas/readiness/heat-map')).body.partnerships).toContainEqual(
    expect.objectContaining({ name: 'South Central Kansas Pathways Partnership', lockedAt: expect.any(String) }),
  );
  const { counts } = (await coach.get('/t/michigan/readiness/caseload')).body;
  expect(counts).toMatchObject({ partnerships: 3, openRounds: 2 });
});

it('has ranked gaps, of which some wait for others', async () => {
  const { id } = await round('lead', 'locked', /Kalamazoo/);
  const { items } = (await (await person('lead')).get(`/t/michigan/gaps?assessmentId=${id}&current=true&limit=200`))
    .body;
  const bands = items.map(({ band }: { band: string | null }) => band);
  expect(new Set(bands)).toEqual(
    new Set(['do_now', 'plan_as_project', 'schedule', 'reconsider', 'if_convenient', 'leave', null]),
  );
  expect(items.filter(({ blockedBy }: { blockedBy: string[] }) => blockedBy.length > 0)).toHaveLength(3);
  expect(items.filter(({ chosen }: { chosen: boolean }) => chosen).length).toBeGreaterThan(5);
  expect(items.some(({ size }: { size: number | null }) => size === null)).toBe(true);
  expect(items.some(({ provisional }: { provisional: boolean }) => provisional)).toBe(true);
});

it('is the same when it is loaded again, and leaves the clock where it was', async () => {
  const before = await sizes();
  await loadDemoParts(app);
  expect(app.clock.offsetMs).toBe(0);
  expect(await sizes()).toEqual(before);
});

it('shows a card only for those who can sign in', async () => {
  const { items } = (await as(app).get('/demo/people')).body;
  const emails = items.map(({ email }: { email: string }) => email);
  expect(emails).toEqual(expect.arrayContaining(['lead', 'district', 'college', 'kansas-lead'].map(demoEmail)));
  expect(emails).not.toContain(demoEmail('state-education'));
});

it('leaves nothing of its tenants when it is removed', async () => {
  expect((await removeDemo(app.database.ownerUrl)).removed.sort()).toEqual(['kansas', 'michigan']);
  expect(Object.values(await sizes()).every((rows) => rows === 0)).toBe(true);
});

/** Rows of every table of the two tenants. */
async function sizes(): Promise<Record<string, number>> {
  const client = new Client({ connectionString: app.database.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of rows)
      counts[name] = (await client.query<{ n: number }>(`select count(*)::int as n from "${name}"`)).rows[0].n;
    return counts;
  } finally {
    await client.end();
  }
}
