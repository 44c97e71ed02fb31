import { TestApp } from '../support/app';
import {
  anOpenRound,
  aRoundAwaitingApproval,
  aRoundInConsensus,
  aTeam,
  type Round,
  type Team,
} from '../support/builders/assessments';
import type { SignedInPerson } from '../support/builders/directory';
import { as } from '../support/client';

let app: TestApp;
let team: Team;
let round: Round;
beforeAll(async () => {
  app = await TestApp.start();
  team = await aTeam(app);
  round = await anOpenRound(app, team, { elementKeys: ['partnerships'] });
});
afterAll(() => app.close());

const level = (key: string) => ({ answer: 'level', level: key });

it('lets one of two tabs win, and shows the other what is stored', async () => {
  const tab = as(app, team.people[0]);
  const path = `${round.path}/responses/${round.keys[0]}`;
  const first = await Promise.all([
    tab.put(path, level('planning'), '*'),
    tab.put(path, level('exploring'), '*'),
    tab.put(path, level('sustaining'), '*'),
  ]);
  expect(first.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const won = first.find(({ status }) => status === 200)!.body;
  for (const lost of first.filter(({ status }) => status === 412))
    expect(lost.body).toMatchObject({ code: 'stale-version', current: { level: won.level, version: 1 } });

  const second = await Promise.all(
    ['planning', 'exploring', 'implementing', 'sustaining']
      .filter((key) => key !== won.level)
      .map((key) => tab.put(path, level(key), 1)),
  );
  expect(second.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const stored = (await tab.get(`${round.path}/responses`)).body.items[0];
  for (const lost of second.filter(({ status }) => status === 412))
    expect(lost.body.current).toMatchObject({ level: stored.level, version: 2 });
});

it('takes the same answer twice without a conflict or a new version', async () => {
  const tab = as(app, team.people[1]);
  const path = `${round.path}/responses/${round.keys[0]}`;
  const answers = await Promise.all([tab.put(path, level('planning'), '*'), tab.put(path, level('planning'), '*')]);
  expect(answers.map(({ status, body }) => [status, body.version])).toEqual([
    [200, 1],
    [200, 1],
  ]);
});

it('says with null that the answer was taken back in another tab', async () => {
  const tab = as(app, team.people[1]);
  const path = `${round.path}/responses/${round.keys[1]}`;
  await tab.put(path, level('planning'), '*');
  expect((await tab.delete(path, 1)).status).toBe(204);
  const late = await tab.put(path, level('exploring'), 1);
  expect(late.body).toMatchObject({ status: 412, current: null });
});

it('lets two people save the same indicator at once', async () => {
  const path = `${round.path}/responses/${round.keys[2]}`;
  const saved = await Promise.all(
    team.people.map((person, index) => as(app, person).put(path, level(index % 2 ? 'planning' : 'exploring'), '*')),
  );
  expect(saved.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});

it('asks for a version', async () => {
  const tab = as(app, team.people[2]);
  expect((await tab.put(`${round.path}/responses/${round.keys[0]}`, level('planning'))).status).toBe(428);
  expect((await tab.delete(`${round.path}/responses/${round.keys[2]}`)).status).toBe(428);
});

it('takes an answer before the close or refuses it after, never in between', async () => {
  const closing = await anOpenRound(app, team, { elementKeys: ['partnerships'] });
  const statuses: number[] = [];
  const closed: Promise<{ status: number }>[] = [];
  const answerAll = async (person: SignedInPerson) => {
    for (const key of closing.keys) {
      const saved = await as(app, person).put(`${closing.path}/responses/${key}`, level('planning'), '*');
      statuses.push(saved.status);
      if (statuses.length === 12) closed.push(as(app, team.lead).post(`${closing.path}/close`));
    }
  };
  await Promise.all(team.people.map(answerAll));
  expect((await closed[0]).status).toBe(200);
  expect(new Set(statuses)).toEqual(new Set([200, 409]));
  const { items } = (await as(app, team.lead).get(`${closing.path}/respondents`)).body;
  const stored = items.reduce((sum: number, one: { answered: number }) => sum + one.answered, 0);
  expect(stored).toBe(statuses.filter((status) => status === 200).length);
});

it('locks once when two approve at the same moment', async () => {
  const waiting = await aRoundAwaitingApproval(app, team);
  const locks = await Promise.all([1, 2, 3].map(() => as(app, team.lead).post(`${waiting.path}/lock`)));
  expect(locks.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const gaps = await as(app, team.lead).get(`/t/${team.tenant.slug}/gaps?assessmentId=${waiting.id}&limit=200`);
  expect(gaps.body.total).toBe(waiting.keys.length);
});

it('lets one of two facilitators record an indicator, and shows the other what is stored', async () => {
  const talk = await aRoundInConsensus(app, team);
  const record = (person: typeof team.lead, rationale: string) =>
    as(app, person).put(
      `${talk.path}/consensus/${talk.keys[0]}`,
      { outcome: 'level', level: 'planning', rationale },
      '*',
    );
  const both = await Promise.all([record(team.lead, 'The lead says so.'), record(team.coach, 'The coach says so.')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const won = both.find(({ status }) => status === 200)!.body.rating;
  const lost = both.find(({ status }) => status === 412)!.body;
  expect(lost.current).toMatchObject({ rationale: won.rationale, version: 1 });
});
