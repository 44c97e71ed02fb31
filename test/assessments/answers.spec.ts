import { Readable } from 'node:stream';
import { Files } from '@platform/files';
import { Actor } from '@platform/context';
import { TestApp } from '../support/app';
import { aDraftRound, anOpenRound, answerBody, aTeam, type Round, type Team } from '../support/builders/assessments';
import { aTenant, type SignedInPerson } from '../support/builders/directory';
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

it('saves an answer whole, shows it to its author and counts it', async () => {
  const [person] = team.people;
  const [key] = round.keys;
  const whole = { priority: 'high', technicalAssistanceNeeded: true, nextStep: 'Ask the board.', note: 'We meet.' };
  const saved = await as(app, person).put(addressOf(key), { ...answerBody('planning'), ...whole }, '*');
  expect(saved.body).toMatchObject({ indicatorKey: key, version: 1, answer: 'level', level: 'planning', ...whole });
  const mine = await as(app, person).get(`${round.path}/responses`);
  expect(mine.body).toMatchObject({ submittedAt: null, items: [{ indicatorKey: key, level: 'planning', ...whole }] });
  expect((await as(app, person).get(round.path)).body).toMatchObject({
    ...{ myStatus: 'started', myAnswered: 1, progress: { answered: 1, total: round.keys.length } },
    allowed: ['answer', 'submit'],
  });
  const changed = await as(app, person).put(addressOf(key), answerBody('not_applicable'), 1);
  expect(changed.body).toMatchObject({ answer: 'not_applicable', level: null, note: null, priority: null, version: 2 });
});

it('hands the answers in, and takes them back while the round is open', async () => {
  const person = as(app, team.people[1]);
  const submitted = await person.post(`${round.path}/submit`);
  expect(submitted.body).toMatchObject({ items: [], submittedAt: expect.any(String) });
  expect((await person.get(round.path)).body).toMatchObject({ myStatus: 'submitted', allowed: ['unsubmit'] });
  expect((await person.post(`${round.path}/submit`)).status).toBe(409);
  expect((await person.post(`${round.path}/unsubmit`)).body).toMatchObject({ submittedAt: null });
  expect((await person.get(round.path)).body).toMatchObject({ myStatus: 'started' });
});

it('takes no answers in a draft', async () => {
  const draft = await aDraftRound(app, team, { elementKeys: ['partnerships'] });
  const early = await as(app, team.people[0]).put(
    `${draft.path}/responses/${draft.keys[0]}`,
    answerBody('planning'),
    '*',
  );
  expect(early.body).toMatchObject({ status: 409, code: 'assessments.not-open' });
});

it('carries a file as evidence, which only its owner reads while the round is open', async () => {
  const [owner, colleague] = team.people;
  const upload = (person: SignedInPerson) =>
    app.nest
      .get(Files)
      .store(
        new Actor({ kind: 'person', tenantId: team.tenant.id, personId: person.personId, via: 'session:test' }),
        'evidence',
        { content: Readable.from([Buffer.from('name,count\nA,1\n')]), name: 'roster.csv', declaredType: 'text/csv' },
      );
  const file = await upload(owner);
  const evidence = { partnershipId: team.partnership.id, assessmentId: round.id, title: 'Roster', kind: 'document' };
  const base = `/t/${team.tenant.slug}`;
  const body = { ...evidence, fileId: file.id, indicatorKeys: [round.keys[0]] };
  expect((await as(app, colleague).post(`${base}/evidence`, body)).body.errors).toMatchObject([
    { path: 'fileId', rule: 'exists' },
  ]);
  const made = await as(app, owner).post(`${base}/evidence`, body);
  expect(made.body).toMatchObject({ fileId: file.id, sharing: 'private', allowed: ['update', 'delete'] });
  expect((await as(app, colleague).get(`${base}/files/${file.id}/content`)).status).toBe(404);
  await as(app, owner).post(`${round.path}/submit`);
  const drafted = await as(app, colleague).post(`${base}/evidence`, {
    ...{ ...evidence, kind: 'self_report', title: 'A draft', indicatorKeys: [round.keys[0]] },
  });
  await as(app, team.lead).post(`${round.path}/close`);
  expect((await as(app, owner).get(`${base}/evidence/${drafted.body.id}`)).status).toBe(404);
  expect((await as(app, colleague).get(`${base}/evidence/${drafted.body.id}`)).body.sharing).toBe('private');
  expect((await as(app, colleague).get(`${base}/evidence/${made.body.id}`)).body).toMatchObject({ mine: false });
  const opened = await app.nest.get(Files).open(actorOf(colleague), file.id);
  opened.content.destroy();
  expect(opened.file.name).toBe('roster.csv');
});

/** What the directory would build for a district coordinator of the team. */
function actorOf(person: SignedInPerson): Actor {
  const reach = { organizationIds: [team.organizations.district.id], partnershipIds: [team.partnership.id] };
  const grant = { role: 'district_coordinator', scope: 'organization' as const, scopeId: null, ...reach };
  return new Actor({ kind: 'person', tenantId: team.tenant.id, personId: person.personId, via: 'x', grants: [grant] });
}

it('refuses evidence without a place, with a harmful link, or for an unknown indicator', async () => {
  const post = (body: object) =>
    as(app, team.people[0]).post(`/t/${team.tenant.slug}/evidence`, {
      ...{ partnershipId: team.partnership.id, title: 'X', kind: 'document', indicatorKeys: [] },
      ...body,
    });
  const cases: [object, string][] = [
    [{}, 'url'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ url: 'https://example.org', indicatorKeys: ['nowhere'] }, 'indicatorKeys[0]'],
    [{ url: 'https://example.org', periodFrom: '2026-02-01', periodTo: '2026-01-01' }, 'periodTo'],
    [{ url: 'https://example.org', partnershipId: team.organizations.board.id }, 'partnershipId'],
  ];
  for (const [body, path] of cases) {
    const refused = await post(body);
    expect([path, refused.status, refused.body.errors?.[0]?.path]).toEqual([path, 422, path]);
  }
});

describe('a list of assessments', () => {
  let other: Team;
  let rounds: Round[];
  beforeAll(async () => {
    other = await aTeam(app, await aTenant(app));
    rounds = [];
    for (let i = 0; i < 5; i++) rounds.push(await aDraftRound(app, other, { title: `Round ${i}` }));
    await as(app, other.lead).post(`${rounds[2].path}/open`);
  });

  it('is paged by cursor in every order, with an exact total', async () => {
    for (const sort of ['-updatedAt', 'title', 'dueOn,-cycle', 'status']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await as(app, other.lead).get(
          `/t/${other.tenant.slug}/assessments?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`,
        );
        expect(page.body).toMatchObject({ total: 5, totalIsExact: true });
        seen.push(...page.body.items.map(({ id }: { id: string }) => id));
        cursor = page.body.nextCursor ?? '';
      } while (cursor);
      expect([sort, new Set(seen).size, seen.length]).toEqual([sort, 5, 5]);
    }
  });

  it('finds by status and partnership', async () => {
    const list = async (query: string) =>
      (await as(app, other.people[0]).get(`/t/${other.tenant.slug}/assessments?${query}`)).body.items;
    expect(await list('status=open')).toMatchObject([{ id: rounds[2].id, allowed: ['answer', 'submit'] }]);
    expect(await list(`partnershipId=${other.partnership.id}`)).toHaveLength(5);
    expect(await list(`partnershipId=${team.partnership.id}`)).toEqual([]);
  });
});

it('serves the instrument once for all, and confirms what a browser has', async () => {
  const { items } = (await as(app, team.people[0]).get('/instruments')).body;
  expect(items).toMatchObject([{ key: 'six-key-elements', status: 'current', elementCount: 6, indicatorCount: 90 }]);
  const whole = await as(app, team.people[0]).get(`/instruments/${items[0].id}`);
  expect(whole.body.elements).toHaveLength(6);
  expect(whole.body.scale.levels.map(({ position }: { position: number }) => position)).toEqual([1, 2, 3, 4]);
  expect(whole.body).toMatchObject({ defaultTarget: 'implementing', scale: { evidenceRequiredFrom: 'implementing' } });
  expect(whole.headers['cache-control']).toContain('immutable');
  const again = await as(app, team.people[0]).get(`/instruments/${items[0].id}`, {
    'if-none-match': String(whole.headers.etag),
  });
  expect([again.status, again.body]).toEqual([304, '']);
  expect((await as(app).get('/instruments')).status).toBe(401);
});
