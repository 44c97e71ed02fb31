import { TestApp } from '../support/app';
import { aLockedRound, aTeam, type Round, type Team } from '../support/builders/assessments';
import { aPerson, inTenant } from '../support/builders/directory';
import { as } from '../support/client';

interface GapBody {
  id: string;
  version: number;
  indicatorKey: string;
  order: number;
  band: string | null;
  size: number;
}

let app: TestApp;
let team: Team;
let round: Round;
beforeAll(async () => {
  app = await TestApp.start();
  team = await aTeam(app);
  round = await aLockedRound(app, team);
});
afterAll(() => app.close());

const base = () => `/t/${team.tenant.slug}/gaps`;
const lead = () => as(app, team.lead);
const list = async (query = ''): Promise<GapBody[]> =>
  (await lead().get(`${base()}?assessmentId=${round.id}&limit=200${query}`)).body.items;
const rank = async (gap: GapBody, body: object) => {
  const { version } = (await lead().get(`${base()}/${gap.id}`)).body;
  return lead().patch(`${base()}/${gap.id}`, body, version);
};

it('proposes a band from impact and effort, and takes another one only with a reason', async () => {
  const [gap] = await list();
  const judged = await rank(gap, { impact: 3 });
  expect(judged.body).toMatchObject({ impact: 3, effort: null, band: null, proposedBand: null });
  expect((await rank(gap, { effort: 1 })).body).toMatchObject({ proposedBand: 'do_now', band: 'do_now' });
  const refused = await rank(gap, { band: 'leave' });
  expect(refused.body).toMatchObject({
    status: 422,
    errors: [{ path: 'bandReason', rule: 'own_band_reason_required' }],
  });
  const own = await rank(gap, { band: 'schedule', bandReason: 'The law changes in spring.' });
  expect(own.body).toMatchObject({
    band: 'schedule',
    proposedBand: 'do_now',
    bandReason: 'The law changes in spring.',
  });
  expect((await rank(gap, { effort: 3 })).body).toMatchObject({ band: 'schedule', proposedBand: 'plan_as_project' });
  expect((await rank(gap, { band: null })).body).toMatchObject({ band: 'plan_as_project', bandReason: null });
  expect((await rank(gap, { effort: 2 })).body).toMatchObject({ band: 'plan_as_project' });
  expect((await rank(gap, { impact: 1 })).body).toMatchObject({ band: 'leave', proposedBand: 'leave' });
});

it("asks for both judgments before a band of one's own", async () => {
  const [, gap] = (await list()).reverse();
  const refused = await rank(gap, { band: 'do_now', bandReason: 'Now!' });
  expect(refused.body.errors).toMatchObject([
    { path: 'impact', rule: 'judgment_range' },
    { path: 'effort', rule: 'judgment_range' },
  ]);
  expect((await rank(gap, { impact: 4 })).status).toBe(422);
  expect((await rank(gap, { impact: 1.5 })).status).toBe(422);
});

it('orders by band, and pulls up what blocks', async () => {
  const gaps = await list();
  const last = gaps.at(-1)!;
  await rank(last, { impact: 3, effort: 1 });
  expect((await list())[0]).toMatchObject({ id: last.id, order: 1, band: 'do_now' });
  const blocker = gaps[3];
  const blocked = await rank(last, { blockedBy: [blocker.id] });
  expect(blocked.body).toMatchObject({ blockedBy: [blocker.id], order: 2 });
  expect((await list()).slice(0, 2).map(({ id }) => id)).toEqual([blocker.id, last.id]);
  const cycle = await rank(blocker, { blockedBy: [last.id] });
  expect(cycle.body).toMatchObject({ status: 422, errors: [{ path: 'blockedBy[0]', rule: 'blocking-cycle' }] });
  expect((await rank(last, { blockedBy: [last.id] })).status).toBe(422);
  const foreign = await aLockedRound(app, await aTeam(app, team.tenant));
  const stranger = (await lead().get(`${base()}?assessmentId=${foreign.id}`)).body.items;
  expect(stranger).toEqual([]);
  expect((await rank(last, { blockedBy: [] })).body).toMatchObject({ blockedBy: [], order: 1 });
});

it('finds gaps by band, choice and element', async () => {
  const gaps = await list();
  await rank(gaps[1], { chosen: true });
  expect((await list('&chosen=true')).map(({ id }) => id)).toEqual([gaps[1].id]);
  expect((await list('&chosen=false')).length).toBe(gaps.length - 1);
  expect((await list('&band=do_now')).every(({ band }) => band === 'do_now')).toBe(true);
  expect((await list('&band=unjudged')).every(({ band }) => band === null)).toBe(true);
  expect(await list('&elementKey=employers')).toEqual([]);
  expect((await lead().get(`${base()}?chosen=perhaps`)).status).toBe(422);
});

it('is ranked by those who lead, and read by the rest of the team', async () => {
  const [gap] = await list();
  const { version } = (await lead().get(`${base()}/${gap.id}`)).body;
  const others = [team.people[0], team.people[4], await aPerson(app, team.tenant, { role: 'state_admin' })];
  for (const person of others) {
    const seen = await as(app, person).get(`${base()}/${gap.id}`);
    expect(seen.body).toMatchObject({ id: gap.id, allowed: [] });
    expect((await as(app, person).patch(`${base()}/${gap.id}`, { chosen: true }, version)).status).toBe(403);
  }
  const stranger = await aTeam(app, team.tenant);
  expect((await as(app, stranger.lead).get(`${base()}/${gap.id}`)).status).toBe(404);
  expect((await as(app, stranger.lead).patch(`${base()}/${gap.id}`, { chosen: true }, version)).status).toBe(404);
  expect((await as(app, team.coach).patch(`${base()}/${gap.id}`, { chosen: true }, version)).status).toBe(200);
  expect((await lead().patch(`${base()}/${gap.id}`, { chosen: false }, version)).status).toBe(412);
});

describe('when a target changes after the lock', () => {
  const target = (key: string) => `${round.path}/targets/${key}`;

  it('computes the gap of this indicator again and keeps the history', async () => {
    const gap = (await list()).find(({ size }) => size === 1)!;
    const raised = await lead().put(target(gap.indicatorKey), { level: 'sustaining' }, '*');
    expect(raised.body).toMatchObject({
      ...{ level: 'sustaining', version: 1, isDefault: false },
      history: [{ fromLevel: 'implementing', toLevel: 'sustaining', personName: team.lead.displayName }],
    });
    const grown = (await lead().get(`${base()}/${gap.id}`)).body;
    expect(grown).toMatchObject({ id: gap.id, size: 2, targetLevel: 'sustaining', state: 'current' });
    const others = (await list()).filter(({ id }) => id !== gap.id);
    expect(others.every(({ size }) => size === 1)).toBe(true);
    expect((await lead().put(target(gap.indicatorKey), { level: 'planning' }, '*')).status).toBe(412);
    const lowered = await lead().put(target(gap.indicatorKey), { level: 'planning' }, 1);
    expect(lowered.body.history).toHaveLength(2);
    expect((await lead().get(`${base()}/${gap.id}`)).body).toMatchObject({ state: 'met', allowed: [] });
    const results = (await lead().get(`${round.path}/results`)).body.elements[0].result;
    expect(results.atOrAboveTarget).toMatchObject({ count: 1, of: round.keys.length });
  });

  it('refuses levels and indicators that are not there, and people without the right', async () => {
    const [key] = round.keys;
    const unknown = await lead().put(target(key), { level: 'perfect' }, '*');
    expect(unknown.body.errors).toMatchObject([{ path: 'level', rule: 'target_level_unknown' }]);
    expect((await lead().put(target('nowhere'), { level: 'planning' }, '*')).status).toBe(404);
    expect((await as(app, team.people[0]).put(target(key), { level: 'planning' }, '*')).status).toBe(403);
    expect((await lead().put(target(key), { level: 'planning' })).status).toBe(428);
  });
});

it('writes the audit log of every change in the same commit', async () => {
  const gap = (await list())[0];
  const rows = await inTenant(app, team.tenant, (tx) =>
    tx.query<{ change_kind: string }>(
      `select change_kind from audit_event where tenant_id = $1 and record_kind = 'gap' and record_id = $2 order by id`,
      [tx.tenantId, gap.id],
    ),
  );
  expect(rows[0]).toMatchObject({ change_kind: 'insert' });
  expect(rows.length).toBeGreaterThan(1);
});
