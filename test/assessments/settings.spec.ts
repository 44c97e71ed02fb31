import { TestApp } from '../support/app';
import {
  aDraftRound,
  aLockedRound,
  anOpenRound,
  aTeam,
  giveAnswers,
  mustMove,
  submitAnswers,
  type Team,
} from '../support/builders/assessments';
import { aPerson } from '../support/builders/directory';
import { as } from '../support/client';

let app: TestApp;
let team: Team;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  team = await aTeam(app);
});
afterEach(() => (app.clock.offsetMs = 0));
afterAll(() => app.close());

const at = (path: string) => `/t/${team.tenant.slug}${path}`;

/** What a state administrator does on the page of the settings. */
async function change(values: object): Promise<void> {
  const admin = as(app, await aPerson(app, team.tenant, { role: 'state_admin' }));
  const { body } = await admin.get(at('/settings'));
  expect(await admin.patch(at('/settings'), { values }, body.version)).toMatchObject({ status: 200 });
}

it('warns of a small team by the numbers that the tenant has set', async () => {
  const round = await aDraftRound(app, team);
  const warnings = async () =>
    (await as(app, team.lead).get(round.path)).body.respondents.warnings.map(({ code }: { code: string }) => code);
  expect(await warnings()).toEqual([]);
  await change({ minimumOrganizations: 10, minimumSystems: 9 });
  expect(await warnings()).toHaveLength(2);
});

it('shows an average from the coverage on that the tenant has set', async () => {
  const round = await anOpenRound(app, team, { elementKeys: ['partnerships'] });
  const [first, ...others] = team.people;
  const all = (answer: string) => Object.fromEntries(round.keys.map((key) => [key, answer]));
  await giveAnswers(app, first, round, all('dont_know'));
  for (const person of others) await giveAnswers(app, person, round, all('planning'));
  await submitAnswers(app, team.people, round);
  await mustMove(app, team.lead, round, 'close');
  await mustMove(app, team.lead, round, 'start-consensus');
  const coverage = async () => (await as(app, team.lead).get(`${round.path}/results`)).body.elements[0].coverage;
  expect(await coverage()).toEqual({ value: 0.8, shown: true });
  await change({ minimumCoverage: 0.9 });
  expect(await coverage()).toEqual({ value: 0.8, shown: false });
});

it('calls evidence dated by the age that the tenant has set', async () => {
  const owner = as(app, team.people[0]);
  const made = await owner.post(at('/evidence'), {
    ...{ partnershipId: team.partnership.id, title: 'Roster', kind: 'self_report', indicatorKeys: [] },
    ...{ periodFrom: '2020-01-01', periodTo: app.clock.today('UTC') },
  });
  expect(made).toMatchObject({ status: 201, body: { dated: false } });
  app.clock.offsetMs = 300 * 86_400_000;
  const dated = async () => (await owner.get(at(`/evidence/${made.body.id}`))).body.dated;
  expect(await dated()).toBe(false);
  await change({ evidenceDatedAfterMonths: 6 });
  expect(await dated()).toBe(true);
});

it('asks for the next round after the months that the tenant has set', async () => {
  await aLockedRound(app, team);
  app.clock.offsetMs = 150 * 86_400_000;
  const needs = async () =>
    (await as(app, team.lead).get(at('/readiness/caseload'))).body.partnerships[0].needsMe.map(
      ({ kind }: { kind: string }) => kind,
    );
  expect(await needs()).not.toContain('no_round');
  await change({ monthsBetweenCycles: 3 });
  expect(await needs()).toContain('no_round');
});
