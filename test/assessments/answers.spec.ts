import { TestApp } from '../support/app';
import { answerBody, anOpenRound, aTeam, giveAnswers, type Round, type Team } from '../support/builders/assessments';
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

const addressOf = (key: string) => `${round.path}/responses/${key}`;

it('saves an answer, shows it to its author and counts it', async () => {
  const [person] = team.people;
  const [key] = round.keys;
  const saved = await as(app, person).put(addressOf(key), { ...answerBody('planning'), note: 'We meet.' }, '*');
  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({
    indicatorKey: key,
    version: 1,
    answer: 'level',
    level: 'planning',
    note: 'We meet.',
  });
  const mine = await as(app, person).get(`${round.path}/responses`);
  expect(mine.body).toMatchObject({ submittedAt: null, items: [{ indicatorKey: key, level: 'planning' }] });
  const shown = await as(app, person).get(round.path);
  expect(shown.body).toMatchObject({ myStatus: 'started', myAnswered: 1, progress: { answered: 1 } });
});
