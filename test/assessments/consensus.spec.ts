import { TestApp } from '../support/app';
import {
  anOpenRound,
  answerBody,
  aRoundInConsensus,
  aTeam,
  giveAnswers,
  mustMove,
  type Round,
  submitAnswers,
  type Team,
} from '../support/builders/assessments';
import { as } from '../support/client';

let app: TestApp;
let team: Team;
let round: Round;
let key: string;
beforeAll(async () => {
  app = await TestApp.start();
  team = await aTeam(app);
  round = await aRoundInConsensus(app, team);
  [key] = round.keys;
});
afterAll(() => app.close());

const lead = () => as(app, team.lead);
const record = (body: object, version: number | '*' = '*', of = key) =>
  lead().put(`${round.path}/consensus/${of}`, body, version);
const rulesOf = (body: { errors: { path: string; rule: string }[] }) =>
  body.errors.map(({ path, rule }) => [path, rule]);

it('refuses an upper level without evidence, and takes it with evidence', async () => {
  const upper = {
    ...{ outcome: 'level', level: 'implementing', rationale: 'It runs in two districts.' },
    outsideReason: 'The college brought its report.',
  };
  const refused = await record(upper);
  expect(refused.status).toBe(422);
  expect(rulesOf(refused.body)).toEqual([['evidenceIds', 'consensus_evidence_required']]);
  const evidence = await lead().post(`/t/${team.tenant.slug}/evidence`, {
    ...{ partnershipId: team.partnership.id, assessmentId: round.id, title: 'Report', kind: 'document' },
    ...{ url: 'https://example.org/report', indicatorKeys: [] },
  });
  expect(evidence.body).toMatchObject({ sharing: 'partnership' });
  const saved = await record({ ...upper, evidenceIds: [evidence.body.id] });
  expect(saved.body).toMatchObject({
    rating: { version: 1, outcome: 'level', level: 'implementing', outsideReason: 'The college brought its report.' },
    evidence: [{ id: evidence.body.id, title: 'Report', url: 'https://example.org/report' }],
  });
  const inUse = await lead().delete(`/t/${team.tenant.slug}/evidence/${evidence.body.id}`, 1);
  expect(inUse.body).toMatchObject({ status: 409, code: 'assessments.evidence-in-use' });
});

it('asks for a reason when nobody answered the level, and for a rationale always', async () => {
  const refused = await record({ outcome: 'level', level: 'exploring' }, '*', round.keys[1]);
  expect(rulesOf(refused.body)).toEqual([
    ['rationale', 'consensus_rationale_required'],
    ['outsideReason', 'consensus_outside_range_reason_required'],
  ]);
  expect(rulesOf((await record({ outcome: 'level', rationale: 'x' }, '*', round.keys[1])).body)).toEqual([
    ['level', 'consensus_level_unknown'],
  ]);
});

it('keeps the range without consensus, and counts its gap from the lower end', async () => {
  const one = round.keys[2];
  expect(rulesOf((await record({ outcome: 'no_consensus', rationale: 'Split.' }, '*', one)).body)).toEqual([
    ['low', 'consensus_range_needs_two_levels'],
  ]);
  const saved = await record(
    {
      ...{
        outcome: 'no_consensus',
        low: 'exploring',
        high: 'planning',
        rationale: 'The board sees less than the rest.',
      },
      dissent: [{ organizationId: team.organizations.board.id, text: 'We see no owner.' }],
    },
    '*',
    one,
  );
  expect(saved.body.rating).toMatchObject({
    ...{ outcome: 'no_consensus', low: 'exploring', high: 'planning', level: null },
    dissent: [{ organizationName: team.organizations.board.name, text: 'We see no owner.' }],
  });
});

it('records dissent only of members that agreed to be named', async () => {
  const body = { outcome: 'level', level: 'planning', rationale: 'Agreed.' };
  const other = await aTeam(app, team.tenant);
  const dissent = { organizationId: team.organizations.college.id, text: 'No.' };
  const cases: [object, string[]][] = [
    [{ ...dissent, organizationAgrees: false }, ['dissent[0].organizationAgrees', 'dissent_agreement_required']],
    [{ ...dissent, text: ' ' }, ['dissent[0].text', 'dissent_view_required']],
    [{ ...dissent, organizationId: other.organizations.college.id }, ['dissent[0].organizationId', 'member']],
  ];
  for (const [one, expected] of cases) {
    const refused = await record({ ...body, dissent: [one] }, '*', round.keys[3]);
    expect(rulesOf(refused.body)).toEqual([expected]);
  }
});

it('leaves an indicator unresolved only with somebody who settles it by a day', async () => {
  const one = round.keys[3];
  expect(rulesOf((await record({ outcome: 'unresolved' }, '*', one)).body)).toEqual([
    ['ownerPersonId', 'unresolved_owner_required'],
    ['dueOn', 'unresolved_due_date_required'],
  ]);
  const past = { outcome: 'unresolved', ownerPersonId: team.coach.personId, dueOn: '2001-01-01' };
  expect(rulesOf((await record(past, '*', one)).body)).toEqual([['dueOn', 'unresolved_due_date_past']]);
  const saved = await record({ ...past, dueOn: '2099-01-01' }, '*', one);
  expect(saved.body.rating).toMatchObject({ outcome: 'unresolved', ownerName: team.coach.displayName, level: null });
  const replaced = await record({ outcome: 'not_applicable', rationale: 'Not our field.' }, 1, one);
  expect(replaced.body.rating).toMatchObject({
    outcome: 'not_applicable',
    ownerPersonId: null,
    dueOn: null,
    version: 2,
  });
  await record({ ...past, dueOn: '2099-01-01' }, 2, one);
});

it('confirms together only what the agenda offers for it, and says why not for the rest', async () => {
  const { body } = await lead().post(`${round.path}/consensus/confirm`, { indicatorKeys: [...round.keys, 'nowhere'] });
  expect(body.confirmed).toEqual(round.keys.filter((_, index) => index !== 0 && index !== 2 && index !== 3));
  expect(body.refused.map((one: { indicatorKey: string; rule: string }) => one.rule)).toEqual([
    ...['already_rated', 'already_rated', 'already_rated', 'target_out_of_scope'],
  ]);
});

it('never confirms together what only few answered', async () => {
  const small = await anOpenRound(app, team, { elementKeys: ['partnerships'] });
  const [few, split, none] = small.keys;
  await giveAnswers(app, team.people[0], small, { [few]: 'planning', [split]: 'exploring' });
  await giveAnswers(app, team.people[1], small, { [few]: 'planning', [split]: 'sustaining' });
  for (const person of team.people.slice(2)) await giveAnswers(app, person, small, { [split]: 'planning' });
  await submitAnswers(app, team.people, small);
  await mustMove(app, team.lead, small, 'close');
  await mustMove(app, team.lead, small, 'start-consensus');
  const { body } = await as(app, team.coach).post(`${small.path}/consensus/confirm`, {
    indicatorKeys: [few, split, none],
  });
  expect(body.confirmed).toEqual([]);
  expect(body.refused.map((one: { rule: string }) => one.rule)).toEqual(['needs_talk', 'needs_talk', 'needs_talk']);
  // the coach must not find out by refusals what two people answered
  const probe = await as(app, team.coach).put(
    `${small.path}/consensus/${few}`,
    { outcome: 'no_consensus', rationale: 'x' },
    '*',
  );
  expect(rulesOf(probe.body)).toEqual([['low', 'consensus_range_required']]);
});

it('is recorded by those who lead the talk, while it lasts', async () => {
  const body = { outcome: 'not_applicable', rationale: 'x' };
  expect((await as(app, team.people[0]).put(`${round.path}/consensus/${key}`, body, 1)).status).toBe(403);
  expect((await as(app, team.coach).put(`${round.path}/consensus/${key}`, body, 1)).status).toBe(200);
  await mustMove(app, team.lead, round, 'request-approval');
  const late = await record(body, 2);
  expect(late.body).toMatchObject({ status: 409, code: 'assessments.not-in-consensus' });
});

it('shows what the lock makes of ranges, unresolved and not applicable indicators', async () => {
  await mustMove(app, team.lead, round, 'lock');
  const { body } = await lead().get(`/t/${team.tenant.slug}/gaps?assessmentId=${round.id}&limit=200`);
  const gapOf = (one: string) => body.items.find((gap: { indicatorKey: string }) => gap.indicatorKey === one);
  expect(gapOf(key)).toBeUndefined();
  expect(gapOf(round.keys[1])).toMatchObject({ size: 1, provisional: false });
  expect(gapOf(round.keys[2])).toMatchObject({ size: 2, provisional: true, consensusLevel: 'exploring' });
  expect(gapOf(round.keys[3])).toMatchObject({ size: null, provisional: false, consensusLevel: null });
  const { elements } = (await lead().get(`${round.path}/results`)).body;
  const n = round.keys.length - 3;
  expect(elements[0].result).toMatchObject({ n, notApplicable: 1, noConsensus: 1, unresolved: 1 });
  expect(Object.values(elements[0].result.distribution)).toEqual([0, n, 0, 0]);
});

it('takes only what the instrument offers as an answer', async () => {
  const open = await anOpenRound(app, team, { elementKeys: ['partnerships'] });
  const put = (of: string, body: object) => as(app, team.people[0]).put(`${open.path}/responses/${of}`, body, '*');
  const cases: [object, string, string][] = [
    [{ answer: 'level', level: 'excellent' }, 'answer', 'answer_not_offered'],
    [{ answer: 'level' }, 'answer', 'answer_not_offered'],
    [{ answer: 'not_applicable' }, 'reason', 'answer_reason_required'],
    [{ answer: 'not_applicable', reason: '  ' }, 'reason', 'answer_reason_required'],
    [{ answer: 5 }, 'answer', 'isIn'],
    [{ answer: 'level', level: { $ne: 1 } }, 'level', 'maxLength'],
  ];
  for (const [body, path, rule] of cases) {
    const refused = await put(open.keys[0], body);
    expect([body, refused.status]).toEqual([body, 422]);
    expect(rulesOf(refused.body)).toContainEqual([path, rule]);
  }
  expect((await put('nowhere', answerBody('planning'))).status).toBe(404);
  expect((await put('employers.sector-partnerships.plan', answerBody('planning'))).status).toBe(404);
});
