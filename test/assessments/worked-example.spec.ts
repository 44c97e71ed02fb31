import { TestApp } from '../support/app';
import {
  anOpenRound,
  answerBody,
  aTeam,
  mustMove,
  type Round,
  submitAnswers,
  type Team,
} from '../support/builders/assessments';
import { as } from '../support/client';
import { indicatorsOf } from '../../libs/domain/assessments/src/rules/instrument-definition';
import { sixKeyElements } from '../../libs/domain/assessments/src/rules/rules.fixtures';
import { aPerson, type SignedInPerson } from '../support/builders/directory';

const LEVELS = ['exploring', 'planning', 'implementing', 'sustaining'];
const WORDS: Record<string, string> = { D: 'dont_know', N: 'not_applicable' };
const keyOf = (code: string) => indicatorsOf(sixKeyElements).find((indicator) => indicator.code === code)!.key;

/**
 * The table of six respondents in the technical assistance model, section 4.4. It mixes a local indicator (2.2.4) with
 * one of states (6.6.1), which no assessment holds together: 6.1.1 stands here for the latter.
 */
const TABLE: Record<string, string> = {
  '1.1.1': '3 3 2 3 3 4',
  '1.3.2': '2 1 2 D 2 2',
  '2.2.4': '1 4 2 D 3 1',
  '3.4.3': '2 2 2 2 2 2',
  '6.1.1': 'N D D 1 N D',
};

let app: TestApp;
let team: Team;
let round: Round;
let six: SignedInPerson[];

beforeAll(async () => {
  app = await TestApp.start();
  team = await aTeam(app);
  round = await anOpenRound(app, team);
  six = [...team.people, team.lead];
  const invited = await as(app, team.lead).post(`${round.path}/respondents`, {
    ...{ personId: team.lead.personId, organizationId: team.organizations.district.id },
  });
  if (invited.status !== 201) throw new Error(`The lead was not asked: ${JSON.stringify(invited.body)}`);
  for (const [code, printed] of Object.entries(TABLE))
    for (const [index, sign] of printed.split(' ').entries()) {
      const saved = await as(app, six[index]).put(
        `${round.path}/responses/${keyOf(code)}`,
        answerBody(WORDS[sign] ?? LEVELS[Number(sign) - 1]),
        '*',
      );
      if (saved.status !== 200) throw new Error(`The answer was refused: ${JSON.stringify(saved.body)}`);
    }
  await submitAnswers(app, six, round);
  await mustMove(app, team.lead, round, 'close');
});
afterAll(() => app.close());

interface Item {
  indicatorKey: string;
  order: { category: number; rank: number; reasons: string[] };
  spread: Record<string, unknown>;
  proposal: string | null;
  named: { personName: string; answer: string; level: string | null }[] | null;
}

const itemFor = async (person: SignedInPerson, code: string, view = ''): Promise<Item> => {
  const { body } = await as(app, person).get<{ items: Item[] }>(`${round.path}/consensus${view}`);
  return body.items.find((item) => item.indicatorKey === keyOf(code))!;
};

it.each([
  ['1.1.1', 6, 0, 0, 'implementing', 2, 0.33, 0.4, 2],
  ['1.3.2', 5, 1, 0, 'planning', 1, 0.2, 0.6, 5],
  ['2.2.4', 5, 1, 0, 'planning', 3, 1, 0.1, 1],
  ['3.4.3', 6, 0, 0, 'planning', 0, 0, 1, 5],
])('shows %s as the worked example has it', async (code, n, d, na, start, steps, deviation, equal, category) => {
  const item = await itemFor(team.coach, code as string);
  expect(item.spread).toMatchObject({
    ...{ display: 'percent', n, dontKnow: d, notApplicable: na, noAnswer: 0, range: { steps } },
    ...{ median: [start], equalPairs: equal },
  });
  expect(item.spread.meanAbsoluteDeviation).toBeCloseTo(deviation as number, 2);
  expect(item).toMatchObject({ proposal: start, order: { category } });
});

it('shows nothing of one single rating to team and coach, and says only that there are too few', async () => {
  for (const person of [team.coach, team.people[0]]) {
    const item = await itemFor(person, '6.1.1');
    expect(item.spread).toEqual({ display: 'too_few' });
    expect(item).toMatchObject({ proposal: null, comments: [], named: null });
    expect(item.order).toMatchObject({ category: 3, reasons: ['too_few_answers'] });
  }
});

it('shows the single rating to the facilitator on the own screen, without a median, and not on the projector', async () => {
  const own = await itemFor(team.lead, '6.1.1');
  expect(own.spread).toMatchObject({ display: 'dots', n: 1, dontKnow: 3, notApplicable: 2, range: null });
  expect(own).toMatchObject({ proposal: null, order: { category: 1 } });
  const projector = await itemFor(team.lead, '6.1.1', '?view=team');
  expect(projector.spread).toEqual({ display: 'too_few' });
  expect(projector.named).toBeNull();
});

it('names the answers of a named assessment to its facilitator only', async () => {
  const item = await itemFor(team.lead, '2.2.4');
  const expected = six.map(({ displayName }, index) => {
    const sign = TABLE['2.2.4'].split(' ')[index];
    return { personName: displayName, level: sign === 'D' ? null : LEVELS[Number(sign) - 1] };
  });
  expect(item.named).toEqual(expect.arrayContaining(expected.map((one) => expect.objectContaining(one))));
  expect((await itemFor(team.coach, '2.2.4')).named).toBeNull();
});

it('names nothing to a facilitator who was put in place after answering opened', async () => {
  const admin = await aPerson(app, team.tenant, { role: 'state_admin' });
  const appoint = async (personId: string) => {
    const { version } = (await as(app, team.lead).get(round.path)).body;
    const changed = await as(app, team.lead).patch(round.path, { facilitatorPersonId: personId }, version);
    expect(changed.status).toBe(200);
  };
  await appoint(admin.personId);
  const seen = await itemFor(admin, '2.2.4');
  await appoint(team.lead.personId);
  expect(seen).toMatchObject({ named: null, spread: { display: 'percent', n: 5 } });
  expect((await itemFor(team.lead, '2.2.4')).named).toHaveLength(6);
});

it('leaves no trace of hidden answers in what the team gets', async () => {
  const { body } = await as(app, team.people[1]).get(`${round.path}/consensus`);
  const item = body.items.find((one: Item) => one.indicatorKey === keyOf('6.1.1'));
  expect(Object.keys(item.spread)).toEqual(['display']);
  expect(JSON.stringify(item)).not.toMatch(/Not our field|exploring/);
});

it('puts what is opposed first and what is agreed last', async () => {
  const { body } = await as(app, team.coach).get(`${round.path}/consensus`);
  const codes = ['2.2.4', '1.1.1', '6.1.1', '1.3.2', '3.4.3'];
  const ranks = codes.map((code) => body.items.find((item: Item) => item.indicatorKey === keyOf(code)).order.rank);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(ranks[0]).toBe(1);
});
