import { Trace } from '@platform/trace';
import {
  aDraftRound,
  aLockedRound,
  anOpenRound,
  answerBody,
  aRoundAwaitingApproval,
  aRoundInConsensus,
  aTeam,
  giveAnswers,
  mustMove,
  type Round,
  sixKeyElementsId,
  submitAnswers,
  type Team,
} from '../support/builders/assessments';
import { inTenant, type SignedInPerson, unique } from '../support/builders/directory';
import { as } from '../support/client';
import type { Arranged, RouteCase } from './route-case';
import type { World } from './world';

const ONE_ELEMENT = { elementKeys: ['partnerships'] };

interface Scene {
  team: Team;
  round: Round;
}

type Stage = (app: World['app'], team: Team, values?: Record<string, unknown>) => Promise<Round>;

async function scene(world: World, stage: Stage): Promise<Scene> {
  const team = await aTeam(world.app, world.tenant);
  return { team, round: await stage(world.app, team, ONE_ELEMENT) };
}

/** A request about an assessment at some stage, by its lead unless said otherwise. */
function about(
  stage: Stage,
  more: (world: World, scene: Scene) => Promise<Arranged> | Arranged = () => ({}),
): RouteCase {
  return {
    as: 'lead',
    outsider: 'refused',
    arrange: async (world) => {
      const { team, round } = await scene(world, stage);
      const { params, ...rest } = await more(world, { team, round });
      return { person: team.lead, params: { id: round.id, ...params }, ...rest };
    },
  };
}

const listed = (
  stage: Stage,
  query: (scene: Scene) => string,
  marker: (world: World, scene: Scene) => Promise<string> | string,
): RouteCase => ({
  as: 'lead',
  outsider: 'without',
  elsewhere: 'without',
  arrange: async (world) => {
    const found = await scene(world, stage);
    return { person: found.team.lead, query: query(found), marker: await marker(world, found) };
  },
});

const atLead = (world: World, { team }: Scene) => as(world.app, team.lead);

async function firstGap(world: World, found: Scene): Promise<{ id: string; version: number }> {
  const path = `/t/${world.tenant.slug}/gaps?assessmentId=${found.round.id}`;
  return (await atLead(world, found).get(path)).body.items[0];
}

async function evidenceOf(world: World, found: Scene): Promise<{ id: string; version: number }> {
  const body = evidenceBody(found);
  return (await atLead(world, found).post(`/t/${world.tenant.slug}/evidence`, body)).body;
}

const evidenceBody = ({ team, round }: Scene) => ({
  ...{ partnershipId: team.partnership.id, assessmentId: round.id, title: `Minutes ${unique()}`, kind: 'document' },
  ...{ url: 'https://example.org/minutes.pdf', indicatorKeys: [round.keys[0]] },
});

async function answered(world: World, { team, round }: Scene): Promise<SignedInPerson> {
  const [person] = team.people;
  await giveAnswers(world.app, person, round, { [round.keys[0]]: 'planning' });
  return person;
}

/** Cases of the routes of the assessments. */
export const assessmentRoutes: Record<string, RouteCase> = {
  'assessments.list': listed(
    aDraftRound,
    () => '?limit=200',
    (_, { round }) => round.id,
  ),
  'assessments.one': about(aDraftRound),
  'assessments.create': {
    as: 'lead',
    outsider: 'refused',
    arrange: async (world) => {
      const team = await aTeam(world.app, world.tenant);
      const instrumentId = await sixKeyElementsId(world.app, team.lead);
      const body = { partnershipId: team.partnership.id, instrumentId, title: 'A round', anonymity: 'named' };
      return { person: team.lead, body };
    },
  },
  'assessments.update': about(aDraftRound, async (world, found) => {
    const { body } = await atLead(world, found).get(found.round.path);
    return { version: body.version, body: { title: 'Renamed' } };
  }),
  'assessments.open': about(aDraftRound),
  'assessments.close': about(anOpenRound),
  'assessments.startConsensus': about(anOpenRound, async (world, { team, round }) => {
    await answered(world, { team, round });
    await mustMove(world.app, team.lead, round, 'close');
    return {};
  }),
  'assessments.requestApproval': about(aRoundInConsensus, async (world, found) => {
    await atLead(world, found).post(`${found.round.path}/consensus/confirm`, { indicatorKeys: found.round.keys });
    return {};
  }),
  'assessments.giveBack': about(aRoundAwaitingApproval, () => ({
    body: { reason: 'One rating has to be talked about.' },
  })),
  'assessments.lock': about(aRoundAwaitingApproval),
  'assessments.reopen': about(aLockedRound, () => ({ body: { reason: 'The college was not heard.' } })),
  'respondents.list': about(aDraftRound, (_, { team }) => ({ marker: team.people[0].personId })),
  'respondents.add': about(aDraftRound, (_, { team }) => ({
    body: { personId: team.lead.personId, organizationId: team.organizations.district.id },
  })),
  'respondents.remove': about(aDraftRound, async (world, found) => {
    const { body } = await atLead(world, found).get(`${found.round.path}/respondents`);
    return { params: { respondentId: body.items[0].id }, version: body.items[0].version };
  }),
  'responses.list': about(anOpenRound, async (world, found) => ({
    person: await answered(world, found),
    marker: found.round.keys[0],
  })),
  'responses.save': about(anOpenRound, (_, { team, round }) => ({
    ...{ person: team.people[0], params: { indicatorKey: round.keys[0] }, body: answerBody('planning') },
    headers: { 'if-none-match': '*' },
  })),
  'responses.clear': about(anOpenRound, async (world, found) => ({
    ...{ person: await answered(world, found), params: { indicatorKey: found.round.keys[0] }, version: 1 },
  })),
  'responses.submit': about(anOpenRound, async (world, found) => ({ person: await answered(world, found) })),
  'responses.unsubmit': about(anOpenRound, async (world, found) => {
    const person = await answered(world, found);
    await submitAnswers(world.app, [person], found.round);
    return { person };
  }),
  'consensus.list': about(aRoundInConsensus, (_, { round }) => ({ marker: round.keys[0] })),
  'consensus.record': about(aRoundInConsensus, (_, { round }) => ({
    params: { indicatorKey: round.keys[0] },
    body: { outcome: 'level', level: 'planning', rationale: 'Everybody said so.' },
    headers: { 'if-none-match': '*' },
  })),
  'consensus.confirm': about(aRoundInConsensus, (_, { round }) => ({
    body: { indicatorKeys: round.keys.slice(0, 2) },
  })),
  'results.one': about(aLockedRound, () => ({ marker: 'partnerships' })),
  'results.listTargets': about(aLockedRound, (_, { round }) => ({ marker: round.keys[0] })),
  'results.setTarget': about(aDraftRound, async (world, found) => {
    const { body } = await atLead(world, found).get(`${found.round.path}/targets`);
    const [target] = body.items;
    const first = target.version === null || target.version === undefined || target.version === 0;
    return {
      params: { indicatorKey: target.indicatorKey },
      body: { level: 'sustaining' },
      ...(first ? { headers: { 'if-none-match': '*' } } : { version: target.version }),
    };
  }),
  'gaps.list': listed(
    aLockedRound,
    ({ round }) => `?assessmentId=${round.id}`,
    async (world, found) => (await firstGap(world, found)).id,
  ),
  'gaps.one': about(aLockedRound, async (world, found) => ({ params: { id: (await firstGap(world, found)).id } })),
  'gaps.prioritize': about(aLockedRound, async (world, found) => {
    const { id, version } = await firstGap(world, found);
    return { params: { id }, version, body: { impact: 3, effort: 1 } };
  }),
  'evidence.list': listed(
    anOpenRound,
    ({ team }) => `?partnershipId=${team.partnership.id}`,
    async (world, found) => (await evidenceOf(world, found)).id,
  ),
  'evidence.one': about(anOpenRound, async (world, found) => ({ params: { id: (await evidenceOf(world, found)).id } })),
  'evidence.create': about(anOpenRound, (_, found) => ({ body: evidenceBody(found) })),
  'evidence.update': about(anOpenRound, async (world, found) => {
    const { id, version } = await evidenceOf(world, found);
    return { params: { id }, version, body: { title: 'Renamed' } };
  }),
  'evidence.remove': about(anOpenRound, async (world, found) => {
    const { id, version } = await evidenceOf(world, found);
    return { params: { id }, version };
  }),
  'readiness.heatMap': listed(
    aLockedRound,
    () => '',
    (_, { team }) => team.partnership.id,
  ),
  'readiness.caseload': {
    ...listed(
      anOpenRound,
      () => '',
      (_, { team }) => team.partnership.id,
    ),
    outsider: 'refused',
  },
  'readiness.myWork': listed(
    anOpenRound,
    () => '',
    (_, { team }) => team.partnership.id,
  ),
  'threads.show': {
    as: 'lead',
    outsider: 'refused',
    arrange: async (world) => {
      const found = await scene(world, aLockedRound);
      const { id } = await firstGap(world, found);
      const cause = { kind: 'assessment', id: found.round.id };
      await inTenant(world.app, world.tenant, (tx) =>
        world.app.nest.get(Trace).link(tx, { from: cause, to: { kind: 'gap', id }, kind: 'found' }),
      );
      return { person: found.team.lead, query: `?kind=gap&id=${id}`, marker: id };
    },
  },
};
