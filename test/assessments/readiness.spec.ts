import { TestApp } from '../support/app';
import {
  aLockedRound,
  anOpenRound,
  aPartnershipOf,
  aRoundAwaitingApproval,
  aTeam,
  mustMove,
  submitAnswers,
  type Team,
} from '../support/builders/assessments';
import { anOrganization, aPerson } from '../support/builders/directory';
import { as } from '../support/client';

let app: TestApp;
let team: Team;
beforeAll(async () => {
  app = await TestApp.start();
  team = await aTeam(app);
});
afterAll(() => app.close());

const view = async (person: { headers: Record<string, string> }, name: string) =>
  (await as(app, person).get(`/t/${team.tenant.slug}/readiness/${name}`)).body;
const kinds = (partnership: { needsMe: { kind: string }[] }) => partnership.needsMe.map(({ kind }) => kind);

it('says what a partnership needs at every step, to those who can do it', async () => {
  const mine = async (who: 'lead' | 'coach') => (await view(team[who], 'caseload')).partnerships[0];
  expect(await mine('coach')).toMatchObject({ openRound: null, lastLockedAt: null, stale: true, elements: [] });
  expect(kinds(await mine('coach'))).toEqual(['no_round']);
  const round = await anOpenRound(app, team, { elementKeys: ['partnerships'], dueOn: '2020-01-01' });
  expect(await mine('lead')).toMatchObject({
    openRound: { id: round.id, status: 'open', respondents: 5, submitted: 0, dueOn: '2020-01-01' },
    needsMe: [{ kind: 'late_respondents', assessmentId: round.id, count: 5 }],
    stale: false,
  });
  await submitAnswers(app, team.people, round);
  expect(kinds(await mine('lead'))).toEqual(['close']);
  await mustMove(app, team.lead, round, 'close');
  expect(kinds(await mine('coach'))).toEqual(['start_consensus']);
  await mustMove(app, team.lead, round, 'start-consensus');
  expect((await mine('coach')).needsMe).toEqual([
    { kind: 'record_consensus', assessmentId: round.id, count: round.keys.length },
  ]);
});

it('shows the caseload with the last result, and only to those who look after partnerships', async () => {
  const other = await aTeam(app, team.tenant);
  await aLockedRound(app, other);
  const found = (await view(other.coach, 'caseload')).partnerships;
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    ...{ id: other.partnership.id, stale: false, openRound: null, gapsWithoutBand: found[0].openGaps },
    elements: [{ key: 'partnerships', level: 'planning', target: 'implementing' }],
    needsMe: [{ kind: 'rank_gaps', count: found[0].openGaps }],
  });
  expect(found[0].missingSystems).toContain('human_services');
  const admin = await aPerson(app, team.tenant, { role: 'state_admin' });
  const all = await view(admin, 'caseload');
  expect(all.counts).toMatchObject({ partnerships: all.partnerships.length, withoutRound: 1 });
  expect(all.partnerships.length).toBe(2);
  const denied = await as(app, team.people[0]).get(`/t/${team.tenant.slug}/readiness/caseload`);
  expect(denied.status).toBe(403);
});

it('calls a partnership stale after a quarter without a change, and due again after a year', async () => {
  const other = await aTeam(app, team.tenant);
  await aLockedRound(app, other);
  const before = app.clock.offsetMs;
  const after = async (days: number) => {
    app.clock.offsetMs = before + days * 86_400_000;
    const { partnerships } = await view(other.coach, 'caseload');
    app.clock.offsetMs = before;
    return partnerships[0];
  };
  expect(await after(80)).toMatchObject({ stale: false, needsMe: [{ kind: 'rank_gaps' }] });
  expect(await after(100)).toMatchObject({ stale: true, needsMe: [{ kind: 'rank_gaps' }] });
  expect(kinds(await after(370))).toEqual(['no_round', 'rank_gaps']);
});

it('gathers what waits for somebody who answers, leads or approves', async () => {
  const other = await aTeam(app, team.tenant);
  const open = await anOpenRound(app, other, { elementKeys: ['partnerships'] });
  const [person] = other.people;
  const work = await view(person, 'my-work');
  expect(work).toMatchObject({
    toAnswer: [{ id: open.id, myStatus: 'invited', allowed: ['answer', 'submit'] }],
    ...{ consensus: [], toApprove: [] },
    partnerships: [{ id: other.partnership.id, memberRole: 'lead_agency' }],
  });
  await submitAnswers(app, [person], open);
  expect((await view(person, 'my-work')).toAnswer).toEqual([]);
  await mustMove(app, other.lead, open, 'close');
  expect((await view(person, 'my-work')).consensus).toMatchObject([{ id: open.id, allowed: [] }]);
  expect((await view(other.lead, 'my-work')).consensus).toMatchObject([{ id: open.id }]);
  const waiting = await aRoundAwaitingApproval(app, other);
  expect((await view(other.lead, 'my-work')).toApprove).toMatchObject([{ id: waiting.id }]);
  expect((await view(other.coach, 'my-work')).toApprove).toEqual([]);
  await mustMove(app, other.lead, waiting, 'lock');
  expect((await view(person, 'my-work')).gapsByElement).toMatchObject([
    { partnershipId: other.partnership.id, elementKey: 'partnerships', open: waiting.keys.length, chosen: 0 },
  ]);
});

it('limits the heat map to the partnerships of the caller, their level and region', async () => {
  const admin = await aPerson(app, team.tenant, { role: 'state_admin' });
  const all = await view(admin, 'heat-map');
  expect(all.elements).toHaveLength(6);
  expect(all.instrument.levels.map(({ key }: { key: string }) => key)).toEqual([
    ...['exploring', 'planning', 'implementing', 'sustaining'],
  ]);
  expect(all.partnerships.length).toBeGreaterThan(1);
  expect((await view(admin, 'heat-map?level=state')).partnerships).toEqual([]);
  expect((await view(team.lead, 'heat-map')).partnerships).toEqual([]);
  const employer = await anOrganization(app, team.tenant, { kind: 'employer' });
  await aPartnershipOf(app, team.tenant, [employer]);
  const outsider = await aPerson(app, team.tenant, { role: 'employer', organizationId: employer.id });
  expect((await view(outsider, 'heat-map')).partnerships).toEqual([]);
});
