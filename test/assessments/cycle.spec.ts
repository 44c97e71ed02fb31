import { TestApp } from '../support/app';
import {
  aDraftRound,
  aLockedRound,
  anOpenRound,
  aRoundAwaitingApproval,
  aRoundInConsensus,
  aTeam,
  giveAnswers,
  mustMove,
  type Round,
  submitAnswers,
  type Team,
} from '../support/builders/assessments';
import { as } from '../support/client';
import { inTenant } from '../support/builders/directory';

let app: TestApp;
let team: Team;
beforeAll(async () => {
  app = await TestApp.start();
  team = await aTeam(app);
});
afterAll(() => app.close());

const lead = () => as(app, team.lead);
const events = (type: string, id: string) =>
  inTenant(app, team.tenant, (tx) =>
    tx.query<{ payload: Record<string, unknown> }>(
      `select payload from outbox where tenant_id = $1 and type = $2 and payload->>'assessmentId' = $3`,
      [tx.tenantId, type, id],
    ),
  );

it('goes from draft to gaps with five people of four organizations', async () => {
  const round = await anOpenRound(app, team, { elementKeys: ['partnerships'], dueOn: '2027-03-01' });
  const draft = await lead().get(round.path);
  expect(draft.body).toMatchObject({
    ...{ status: 'open', cycle: 1, respondentCount: 5, submittedCount: 0, indicatorCount: round.keys.length },
    ...{ facilitatorPersonId: team.lead.personId, dueOn: '2027-03-01' },
    respondents: { invited: 5, organizations: 4, missingSystems: expect.arrayContaining(['human_services']) },
  });
  expect(draft.body.history.map((move: { status: string }) => move.status)).toEqual(['draft', 'open']);
  const answers = Object.fromEntries(round.keys.map((key) => [key, 'planning']));
  for (const person of team.people) await giveAnswers(app, person, round, answers);
  await submitAnswers(app, team.people, round);
  await mustMove(app, team.lead, round, 'close');
  await mustMove(app, team.lead, round, 'start-consensus');
  const confirmed = await lead().post(`${round.path}/consensus/confirm`, { indicatorKeys: round.keys });
  expect(confirmed.body).toEqual({ confirmed: round.keys, refused: [] });
  const preview = await lead().get(`${round.path}/results`);
  expect(preview.body).toMatchObject({ preview: true });
  expect((await as(app, team.people[0]).get(`${round.path}/results`)).status).toBe(409);
  await mustMove(app, team.lead, round, 'request-approval');
  await mustMove(app, team.lead, round, 'lock');

  const results = await as(app, team.people[0]).get(`${round.path}/results`);
  expect(results.body).toMatchObject({
    preview: false,
    statement: { respondents: 5, instrumentVersion: '1.0.0' },
    gapsByBand: { unjudged: round.keys.length, do_now: 0 },
  });
  expect(results.body.elements).toHaveLength(1);
  expect(results.body.elements[0]).toMatchObject({
    ...{ elementKey: 'partnerships', targetLevel: 'implementing', coverage: { value: 1, shown: true } },
    result: {
      ...{ medianLevel: 'planning', lowestLevel: 'planning', n: round.keys.length },
      ...{ unresolved: 0, noConsensus: 0, notApplicable: 0, mean: { value: 2, n: round.keys.length, coverage: 1 } },
      atOrAboveTarget: { count: 0, of: round.keys.length, share: 0 },
      distribution: { exploring: 0, planning: round.keys.length, implementing: 0, sustaining: 0 },
    },
  });
  const gaps = await lead().get(`/t/${team.tenant.slug}/gaps?assessmentId=${round.id}&current=true&limit=200`);
  expect(gaps.body.total).toBe(round.keys.length);
  for (const gap of gaps.body.items)
    expect(gap).toMatchObject({
      ...{ consensusLevel: 'planning', targetLevel: 'implementing', size: 1, provisional: false, state: 'current' },
      ...{ band: null, proposedBand: null, allowed: ['update'], partnershipName: team.partnership.name },
    });
  expect(await events('assessments.assessment-locked.v1', round.id)).toHaveLength(1);
  expect(await events('assessments.gaps-computed.v1', round.id)).toHaveLength(1);
});

it('names each indicator that still lacks an outcome when approval is asked for', async () => {
  const round = await aRoundInConsensus(app, team);
  const missing = round.keys.slice(0, 2);
  await lead().post(`${round.path}/consensus/confirm`, { indicatorKeys: round.keys.slice(2) });
  const refused = await lead().post(`${round.path}/request-approval`);
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'assessments.incomplete' });
  expect(refused.body.errors.map(({ path, rule }: { path: string; rule: string }) => [path, rule])).toEqual(
    missing.map((key) => [`consensus["${key}"]`, 'consensus_missing']),
  );
});

it('opens only with somebody to answer, and warns about few organizations and systems', async () => {
  const empty = await lead().post(`/t/${team.tenant.slug}/assessments`, {
    ...{ partnershipId: team.partnership.id, title: 'Empty', anonymity: 'anonymous' },
    instrumentId: (await lead().get('/instruments')).body.items[0].id,
  });
  const path = `/t/${team.tenant.slug}/assessments/${empty.body.id}`;
  const refused = await lead().post(`${path}/open`);
  expect(refused.status).toBe(409);
  expect(refused.body.errors).toMatchObject([{ path: 'respondents', rule: 'respondents_required' }]);
  const { personId } = team.people[0];
  await lead().post(`${path}/respondents`, { personId, organizationId: team.organizations.district.id });
  const shown = await lead().get(path);
  expect(shown.body.respondents.warnings).toMatchObject([
    { code: 'few_organizations', params: { minimum: 3, invited: 1 } },
    { code: 'few_systems', params: { minimum: 3, invited: 1 } },
  ]);
});

it('refuses steps that do not follow, and steps back without a reason', async () => {
  const round = await aDraftRound(app, team, { elementKeys: ['partnerships'] });
  for (const step of ['close', 'start-consensus', 'request-approval', 'lock', 'return', 'reopen']) {
    const refused = await lead().post(`${round.path}/${step}`, { reason: 'Because.' });
    expect([step, refused.status]).toEqual([step, 409]);
  }
  await mustMove(app, team.lead, round, 'open');
  await mustMove(app, team.lead, round, 'close');
  const noReason = await lead().post(`${round.path}/reopen`, {});
  expect(noReason.body).toMatchObject({ status: 422, errors: [{ path: 'reason', rule: 'move_reason_required' }] });
  await mustMove(app, team.lead, round, 'reopen', { reason: 'Two answers are still missing.' });
  const open = await lead().get(round.path);
  expect(open.body).toMatchObject({ status: 'open', closedAt: null });
  expect(open.body.history.at(-1)).toMatchObject({
    ...{ status: 'open', reason: 'Two answers are still missing.', personName: team.lead.displayName },
  });
});

it('fixes anonymity and elements once answering is open', async () => {
  const round = await aDraftRound(app, team, { elementKeys: ['partnerships'] });
  const { body } = await lead().get(round.path);
  const changed = await lead().patch(round.path, { anonymity: 'anonymous', elementKeys: ['employers'] }, body.version);
  expect(changed.body).toMatchObject({ anonymity: 'anonymous', elementKeys: ['employers'] });
  expect(changed.body.indicatorCount).not.toBe(round.keys.length);
  await mustMove(app, team.lead, round, 'open');
  const { version } = (await lead().get(round.path)).body;
  expect((await lead().patch(round.path, { anonymity: 'named' }, version)).status).toBe(409);
  expect((await lead().patch(round.path, { elementKeys: null }, version)).status).toBe(409);
  expect((await lead().patch(round.path, { title: 'A better name' }, version)).status).toBe(200);
  expect((await lead().patch(round.path, { title: 'Too late' }, version)).status).toBe(412);
});

it('asks only people of member organizations, each once, and keeps those who answered', async () => {
  const round = await anOpenRound(app, team, { elementKeys: ['partnerships'] });
  const invite = (personId: string, organizationId: string) =>
    lead().post(`${round.path}/respondents`, { personId, organizationId });
  const other = await aTeam(app, team.tenant);
  const [person] = team.people;
  expect((await invite(other.people[0].personId, team.organizations.college.id)).body.errors).toMatchObject([
    { path: 'organizationId', rule: 'works-for' },
  ]);
  expect((await invite(other.people[0].personId, other.organizations.district.id)).body.errors).toMatchObject([
    { path: 'organizationId', rule: 'member' },
  ]);
  expect((await invite(person.personId, team.organizations.district.id)).status).toBe(409);
  await giveAnswers(app, person, round, { [round.keys[0]]: 'planning' });
  const { items } = (await lead().get(`${round.path}/respondents`)).body;
  const find = (personId: string) => items.find((one: { personId: string }) => one.personId === personId);
  const answered = find(person.personId);
  expect(answered).toMatchObject({ status: 'started', answered: 1, allowed: [] });
  expect((await lead().delete(`${round.path}/respondents/${answered.id}`, answered.version)).status).toBe(409);
  const silent = find(team.people[4].personId);
  expect((await lead().delete(`${round.path}/respondents/${silent.id}`, silent.version)).status).toBe(204);
});

it('counts only what was submitted', async () => {
  const round = await anOpenRound(app, team, { elementKeys: ['partnerships'] });
  const [key] = round.keys;
  for (const person of team.people) await giveAnswers(app, person, round, { [key]: 'planning' });
  await submitAnswers(app, team.people.slice(0, 3), round);
  const late = await as(app, team.people[0]).put(`${round.path}/responses/${key}`, { answer: 'dont_know' }, 1);
  expect(late.body).toMatchObject({ status: 409, code: 'assessments.submitted' });
  await mustMove(app, team.lead, round, 'close');
  const { items } = (await as(app, team.coach).get(`${round.path}/consensus`)).body;
  const item = items.find((one: { indicatorKey: string }) => one.indicatorKey === key);
  expect(item.spread).toMatchObject({ display: 'dots', n: 3, noAnswer: 2, counts: { planning: 3 } });
  expect(item.spread.equalPairs).toBeUndefined();
});

describe('after the lock', () => {
  let round: Round;
  beforeAll(async () => {
    team = await aTeam(app);
    round = await aLockedRound(app, team);
  });

  it('keeps the locked result when it is opened again, and marks its gaps outdated', async () => {
    const reopened = await lead().post(`${round.path}/reopen`, { reason: 'A rating rests on a wrong document.' });
    expect(reopened.body).toMatchObject({ status: 'in_consensus', lockedAt: null });
    const gaps = await lead().get(`/t/${team.tenant.slug}/gaps?assessmentId=${round.id}&limit=200`);
    expect(new Set(gaps.body.items.map((gap: { state: string }) => gap.state))).toEqual(new Set(['outdated']));
    const [gap] = gaps.body.items;
    const refused = await lead().patch(`/t/${team.tenant.slug}/gaps/${gap.id}`, { chosen: true }, gap.version);
    expect(refused.body).toMatchObject({ status: 409, code: 'assessments.gap-outdated' });
    const kept = await inTenant(app, team.tenant, (tx) =>
      tx.query<{ number: number; reopen_reason: string; indicators: unknown[] }>(
        'select number, reopen_reason, indicators from locked_result where tenant_id = $1 and assessment_id = $2',
        [tx.tenantId, round.id],
      ),
    );
    expect(kept).toMatchObject([{ number: 1, reopen_reason: 'A rating rests on a wrong document.' }]);
    expect(kept[0].indicators).toHaveLength(round.keys.length);
  });

  it('asks why a rating is changed after the meeting, and computes the gaps anew at the next lock', async () => {
    const [key] = round.keys;
    const path = `${round.path}/consensus/${key}`;
    const body = { outcome: 'level', level: 'exploring', rationale: 'The document was wrong.', outsideReason: 'So.' };
    const refused = await lead().put(path, body, 1);
    expect(refused.body.errors).toMatchObject([{ path: 'reason', rule: 'late_change_reason_required' }]);
    const saved = await lead().put(path, { ...body, reason: 'The document was wrong.' }, 1);
    expect(saved.body).toMatchObject({ rating: { level: 'exploring', version: 2 } });
    await mustMove(app, team.lead, round, 'request-approval');
    await mustMove(app, team.lead, round, 'lock');
    const gaps = await lead().get(`/t/${team.tenant.slug}/gaps?assessmentId=${round.id}&current=true&limit=200`);
    expect(gaps.body.total).toBe(round.keys.length);
    expect(gaps.body.items[0]).toMatchObject({ indicatorKey: key, size: 2, order: 1 });
  });

  it('steps back when a later cycle is locked', async () => {
    const later = await aLockedRound(app, team);
    const earlier = await lead().get(round.path);
    expect(earlier.body).toMatchObject({ status: 'superseded', supersededById: later.id, cycle: 1 });
    expect((await lead().get(later.path)).body).toMatchObject({ status: 'locked', cycle: 2 });
    const old = await lead().get(`/t/${team.tenant.slug}/gaps?assessmentId=${round.id}&current=true`);
    expect(old.body.total).toBe(0);
    const map = await lead().get(`/t/${team.tenant.slug}/readiness/heat-map`);
    expect(map.body.partnerships).toMatchObject([{ id: team.partnership.id, assessmentId: later.id }]);
  });

  it('makes room at once when a later cycle was locked first', async () => {
    const other = await aTeam(app);
    const first = await aRoundAwaitingApproval(app, other);
    const second = await aLockedRound(app, other);
    await mustMove(app, other.lead, first, 'lock');
    const reader = as(app, other.lead);
    expect((await reader.get(first.path)).body).toMatchObject({ status: 'superseded', supersededById: second.id });
    expect((await reader.get(second.path)).body).toMatchObject({ status: 'locked' });
    const gaps = await reader.get(`/t/${other.tenant.slug}/gaps?current=true&limit=200`);
    expect(gaps.body.total).toBe(second.keys.length);
    const map = await reader.get(`/t/${other.tenant.slug}/readiness/heat-map`);
    expect(map.body.partnerships[0].cells.partnerships).toMatchObject({ assessmentId: second.id });
  });

  it('keeps an earlier cycle whose other elements still hold, and shows both in the heat map', async () => {
    const other = await aTeam(app);
    const both = await aLockedRound(app, other, { elementKeys: ['partnerships', 'employers'] });
    const again = await aLockedRound(app, other, { elementKeys: ['employers'] });
    const reader = as(app, other.lead);
    expect((await reader.get(both.path)).body).toMatchObject({ status: 'locked' });
    const map = await reader.get(`/t/${other.tenant.slug}/readiness/heat-map`);
    expect(map.body.partnerships[0]).toMatchObject({
      assessmentId: again.id,
      cells: {
        partnerships: { assessmentId: both.id, level: 'planning', belowTarget: true, unresolved: 0, coverage: 1 },
        employers: { assessmentId: again.id, level: 'planning' },
      },
    });
    const gaps = await reader.get(`/t/${other.tenant.slug}/gaps?assessmentId=${both.id}&current=true&limit=200`);
    expect(new Set(gaps.body.items.map((gap: { elementKey: string }) => gap.elementKey))).toEqual(
      new Set(['partnerships']),
    );
  });
});
