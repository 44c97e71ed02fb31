import { TestApp } from '../support/app';
import {
  aLockedRound,
  anOpenRound,
  answerBody,
  aTeam,
  mustMove,
  type Round,
  submitAnswers,
  type Team,
} from '../support/builders/assessments';
import { aGrant, aPerson, type SignedInPerson } from '../support/builders/directory';
import { as } from '../support/client';

const SECRET = 'a note that nobody else may read';

let app: TestApp;
let team: Team;
let round: Round;
let key: string;
let outsiders: Record<string, SignedInPerson>;
let watchers: Record<string, SignedInPerson>;

beforeAll(async () => {
  app = await TestApp.start();
  team = await aTeam(app);
  const { tenant } = team;
  const other = await aTeam(app, tenant);
  const foreign = await aTeam(app);
  outsiders = {
    'another partnership': other.lead,
    'an employer elsewhere': other.people[4],
    'no role': await aPerson(app, tenant),
    'another tenant': foreign.lead,
    student: await aPerson(app, tenant, { role: 'student', organizationId: team.organizations.district.id }),
    funder: await aPerson(app, tenant, { role: 'funder', scope: 'tenant' }),
  };
  watchers = {
    stateAdmin: await aPerson(app, tenant, { role: 'state_admin' }),
    auditor: await aPerson(app, tenant, { role: 'auditor', scope: 'tenant' }),
    coach: team.coach,
    lead: team.lead,
    colleague: team.people[1],
    expert: await aPerson(app, tenant, { role: 'expert', scope: 'tenant' }),
  };
  round = await anOpenRound(app, team, { elementKeys: ['partnerships'] });
  [key] = round.keys;
  const [author] = team.people;
  const evidence = await as(app, author).post(`/t/${tenant.slug}/evidence`, {
    ...{ partnershipId: team.partnership.id, assessmentId: round.id, title: SECRET, kind: 'document' },
    ...{ url: 'https://example.org/secret', indicatorKeys: [key] },
  });
  if (evidence.body.sharing !== 'private')
    throw new Error(`The evidence is no secret: ${JSON.stringify(evidence.body)}`);
  const saved = await as(app, author).put(
    `${round.path}/responses/${key}`,
    { ...answerBody('sustaining'), note: SECRET, nextStep: SECRET, evidenceIds: [evidence.body.id] },
    '*',
  );
  if (saved.status !== 200) throw new Error(`The answer was refused: ${JSON.stringify(saved.body)}`);
});
afterAll(() => app.close());

const everything = (of: Round) => {
  const base = `/t/${team.tenant.slug}`;
  return [
    of.path,
    `${of.path}/respondents`,
    `${of.path}/responses`,
    `${of.path}/consensus`,
    `${of.path}/consensus?view=own`,
    `${of.path}/results`,
    `${of.path}/targets`,
    `${base}/assessments`,
    `${base}/evidence?assessmentId=${of.id}`,
    `${base}/evidence?indicatorKey=${key}`,
    `${base}/gaps?assessmentId=${of.id}`,
    `${base}/readiness/heat-map`,
    `${base}/readiness/caseload`,
    `${base}/readiness/my-work`,
    `${base}/audit-events?limit=200`,
    `${base}/audit-events?recordKind=response`,
    `${base}/audit-events?recordKind=evidence`,
    `${base}/files`,
  ];
};

it('shows an answer, its note and its evidence to their author', async () => {
  const mine = await as(app, team.people[0]).get(`${round.path}/responses`);
  expect(mine.body.items).toMatchObject([{ note: SECRET, level: 'sustaining' }]);
  const evidence = await as(app, team.people[0]).get(`/t/${team.tenant.slug}/evidence?assessmentId=${round.id}`);
  expect(evidence.body.items).toMatchObject([{ title: SECRET }]);
});

it.each(['stateAdmin', 'auditor', 'coach', 'lead', 'colleague', 'expert'])(
  'shows nothing of an open answer to %s, wherever they look',
  async (who) => {
    for (const path of everything(round)) {
      const seen = await as(app, watchers[who]).get(path);
      expect([path, JSON.stringify(seen.body).includes(SECRET)]).toEqual([path, false]);
      expect([path, JSON.stringify(seen.body).includes('"sustaining"')]).toEqual([path, false]);
      expect([path, JSON.stringify(seen.body).includes('example.org/secret')]).toEqual([path, false]);
    }
    const consensus = await as(app, watchers[who]).get(`${round.path}/consensus`);
    expect(consensus.body).toMatchObject({ status: 409, code: 'assessments.still-answering' });
  },
);

it('tells in the audit log that an answer changed, not what', async () => {
  const log = await as(app, watchers.stateAdmin).get(`/t/${team.tenant.slug}/audit-events?recordKind=response`);
  expect(log.status).toBe(200);
  expect(log.body.items.length).toBeGreaterThan(0);
  for (const event of log.body.items) expect(event).toMatchObject({ concealed: true, changes: [] });
});

it('does not let anybody else point to the evidence or find it by its id', async () => {
  const { body } = await as(app, team.people[0]).get(`/t/${team.tenant.slug}/evidence?assessmentId=${round.id}`);
  const [{ id }] = body.items;
  for (const person of [watchers.stateAdmin, watchers.lead, watchers.colleague]) {
    expect((await as(app, person).get(`/t/${team.tenant.slug}/evidence/${id}`)).status).toBe(404);
    expect((await as(app, person).delete(`/t/${team.tenant.slug}/evidence/${id}`, 1)).status).toBe(404);
  }
  const stolen = await as(app, watchers.colleague).put(
    `${round.path}/responses/${round.keys[1]}`,
    { ...answerBody('planning'), evidenceIds: [id] },
    '*',
  );
  expect(stolen.body).toMatchObject({ status: 422, errors: [{ path: 'evidenceIds', rule: 'exists' }] });
});

it('lets nobody answer for another: whoever was not asked has no answers here', async () => {
  for (const person of [team.coach, watchers.stateAdmin, watchers.auditor, ...Object.values(outsiders)]) {
    const saved = await as(app, person).put(`${round.path}/responses/${key}`, answerBody('planning'), '*');
    expect([403, 404]).toContain(saved.status);
    expect([403, 404]).toContain((await as(app, person).post(`${round.path}/submit`)).status);
  }
});

it.each(['another partnership', 'an employer elsewhere', 'no role', 'another tenant', 'student', 'funder'])(
  'is not found by %s, whatever they try',
  async (who) => {
    const person = as(app, outsiders[who]);
    const { personId } = team.people[0];
    const tries = [
      await person.get(round.path),
      await person.get(`${round.path}/respondents`),
      await person.get(`${round.path}/responses`),
      await person.get(`${round.path}/consensus`),
      await person.get(`${round.path}/results`),
      await person.get(`${round.path}/targets`),
      await person.patch(round.path, { title: 'Mine' }, 1),
      await person.post(`${round.path}/close`),
      await person.post(`${round.path}/lock`),
      await person.post(`${round.path}/respondents`, { personId, organizationId: team.organizations.district.id }),
      await person.put(`${round.path}/consensus/${key}`, { outcome: 'not_applicable', rationale: 'x' }, '*'),
      await person.put(`${round.path}/targets/${key}`, { level: 'exploring' }, '*'),
    ];
    // 403 only where the role may never do this to any record; otherwise a foreign record is as good as none
    expect(tries.every(({ status }) => status === 404 || status === 403)).toBe(true);
    expect(tries[0].status).toBe(404);
    const listed = await person.get(`/t/${team.tenant.slug}/assessments`);
    expect(JSON.stringify(listed.body)).not.toContain(round.id);
  },
);

it('does not make an assessment for a partnership that the caller does not see', async () => {
  const { instrumentId } = (await as(app, team.lead).get(round.path)).body;
  const body = { partnershipId: team.partnership.id, instrumentId, title: 'Foreign', anonymity: 'named' };
  const made = await as(app, outsiders['another partnership']).post(`/t/${team.tenant.slug}/assessments`, body);
  expect(made.body).toMatchObject({ status: 422, errors: [{ path: 'partnershipId', rule: 'exists' }] });
});

it('lets those who answer and those who only look on change nothing of the round', async () => {
  for (const person of [team.people[0], team.people[2], team.people[4], watchers.auditor, watchers.expert]) {
    const tries = [
      await as(app, person).patch(round.path, { title: 'Mine' }, 2),
      await as(app, person).post(`${round.path}/close`),
      await as(app, person).post(`${round.path}/lock`),
      await as(app, person).put(`${round.path}/targets/${key}`, { level: 'exploring' }, '*'),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  }
});

it('shows the team to those who set it up and to the auditor, everybody else only themselves', async () => {
  const count = async (person: SignedInPerson) =>
    (await as(app, person).get(`${round.path}/respondents`)).body.items.length;
  for (const person of [team.lead, team.coach, watchers.stateAdmin, watchers.auditor])
    expect(await count(person)).toBe(5);
  expect(await count(team.people[2])).toBe(1);
  expect(await count(watchers.expert)).toBe(0);
});

it('leaves the approval of a local result to its lead and of a state result to the state', async () => {
  const { body } = await as(app, team.lead).get(round.path);
  expect(body.allowed).toEqual(['update', 'invite', 'close', 'set_targets']);
  const state = await aTeam(app, team.tenant, 'state');
  const locked = await aLockedRound(app, state).catch((error: Error) => error.message);
  expect(locked).toMatch(/lock was refused.*not-allowed/s);
  const waiting = (
    await as(app, state.lead).get(`/t/${team.tenant.slug}/assessments?partnershipId=${state.partnership.id}`)
  ).body.items[0];
  const path = `/t/${team.tenant.slug}/assessments/${waiting.id}`;
  expect((await as(app, state.coach).post(`${path}/lock`)).status).toBe(403);
  expect((await as(app, watchers.stateAdmin).post(`${path}/lock`)).status).toBe(200);
});

it('shares the evidence when answering ends, and what was noted without a name', async () => {
  await submitAnswers(app, team.people.slice(0, 3), round);
  await mustMove(app, team.lead, round, 'close');
  const seen = await as(app, watchers.colleague).get(`/t/${team.tenant.slug}/evidence?indicatorKey=${key}`);
  expect(seen.body.items).toMatchObject([{ title: SECRET, sharing: 'partnership', mine: false }]);
  const { items } = (await as(app, team.coach).get(`${round.path}/consensus`)).body;
  const item = items.find((one: { indicatorKey: string }) => one.indicatorKey === key);
  expect(item).toMatchObject({ spread: { display: 'too_few' }, comments: [], evidence: [{ title: SECRET }] });
  const own = (await as(app, team.lead).get(`${round.path}/consensus`)).body.items;
  const mine = own.find((one: { indicatorKey: string }) => one.indicatorKey === key);
  expect(mine).toMatchObject({ spread: { display: 'dots', n: 1 }, comments: [SECRET] });
  const log = await as(app, watchers.stateAdmin).get(
    `/t/${team.tenant.slug}/audit-events?recordKind=response&limit=200`,
  );
  for (const event of log.body.items) expect(event.changes).toEqual([]);
});

it('ends with the grant: somebody whose role has ended sees the round no more', async () => {
  const person = await aPerson(app, team.tenant, {
    ...{ role: 'college_liaison', organizationId: team.organizations.college.id, endsOn: '2020-02-01' },
  });
  expect((await as(app, person).get(round.path)).status).toBe(404);
  await aGrant(app, team.tenant, person.personId, {
    ...{ role: 'college_liaison', organizationId: team.organizations.college.id },
  });
  expect((await as(app, person).get(round.path)).status).toBe(200);
});
