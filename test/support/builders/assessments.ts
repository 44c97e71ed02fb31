import type { Organization, Tenant } from '@domain/directory';
import { Partnership, PartnershipMember } from '@domain/partnerships';
import { sixKeyElements } from '../../../libs/domain/assessments/src/rules/rules.fixtures';
import { indicatorsInScope } from '../../../libs/domain/assessments/src/rules/scope';
import type { TestApp } from '../app';
import { as } from '../client';
import { anOrganization, aPerson, aTenant, inTenant, type SignedInPerson, unique } from './directory';

/** A local partnership of four organizations of different systems, with its lead and its coach. */
export interface Team {
  tenant: Tenant;
  partnership: Partnership;
  organizations: Record<'district' | 'college' | 'board' | 'employer', Organization>;
  lead: SignedInPerson;
  coach: SignedInPerson;
  /** Five people of the four organizations, who answer. */
  people: SignedInPerson[];
}

/** An assessment as a test works with it. */
export interface Round {
  id: string;
  /** Its address below `/t/{tenant}`. */
  path: string;
  /** Keys of the indicators in scope. */
  keys: string[];
}

const KINDS = {
  district: 'school_district',
  college: 'community_college',
  board: 'workforce_board',
  employer: 'employer',
} as const;
const SEATS = [
  ['district', 'district_coordinator'],
  ['district', 'district_coordinator'],
  ['college', 'college_liaison'],
  ['board', 'board_staff'],
  ['employer', 'employer'],
] as const;

/** A partnership with its members, made without the routes. */
export async function aPartnershipOf(
  app: TestApp,
  tenant: Tenant,
  organizations: Organization[],
  level: 'state' | 'local' = 'local',
): Promise<Partnership> {
  return inTenant(app, tenant, async (tx) => {
    const partnership = await tx.rows(Partnership).insert({
      ...{ name: `Partnership ${unique()}`, level, regionId: null, vision: '', status: 'active', demoKey: null },
    });
    await tx.rows(PartnershipMember).insertAll(
      organizations.map((organization, index) => ({
        ...{ partnershipId: partnership.id, organizationId: organization.id, startsOn: '2020-01-01', endsOn: null },
        role: index === 0 ? ('lead_agency' as const) : ('member' as const),
      })),
    );
    return partnership;
  });
}

/** A team that can rate itself. */
export async function aTeam(app: TestApp, tenant?: Tenant, level: 'state' | 'local' = 'local'): Promise<Team> {
  const home = tenant ?? (await aTenant(app));
  const organizations = {} as Team['organizations'];
  for (const name of Object.keys(KINDS) as (keyof typeof KINDS)[])
    organizations[name] = await anOrganization(app, home, { kind: KINDS[name], name: `${name} ${unique()}` });
  const partnership = await aPartnershipOf(app, home, Object.values(organizations), level);
  const atPartnership = { scope: 'partnership' as const, scopeId: partnership.id };
  const people: SignedInPerson[] = [];
  for (const [organization, role] of SEATS)
    people.push(await aPerson(app, home, { role, organizationId: organizations[organization].id }));
  const lead = await aPerson(app, home, {
    ...{ role: 'lead', ...atPartnership, organizationId: organizations.district.id },
  });
  const coach = await aPerson(app, home, { role: 'coach', ...atPartnership });
  return { tenant: home, partnership, organizations, lead, coach, people };
}

/** The instrument that is shipped. */
export async function sixKeyElementsId(app: TestApp, person: SignedInPerson): Promise<string> {
  const { body } = await as(app, person).get('/instruments');
  return body.items.find((item: { key: string }) => item.key === 'six-key-elements').id;
}

/** An assessment in draft with the team's people asked; the lead facilitates. */
export async function aDraftRound(app: TestApp, team: Team, values: Record<string, unknown> = {}): Promise<Round> {
  const lead = as(app, team.lead);
  const base = `/t/${team.tenant.slug}/assessments`;
  const made = await lead.post(base, {
    ...{ partnershipId: team.partnership.id, instrumentId: await sixKeyElementsId(app, team.lead) },
    ...{ title: `Round ${unique()}`, anonymity: 'named', ...values },
  });
  if (made.status !== 201) throw new Error(`The round was refused: ${JSON.stringify(made.body)}`);
  for (const [index, person] of team.people.entries())
    await lead.post(`${base}/${made.body.id}/respondents`, {
      personId: person.personId,
      organizationId: team.organizations[SEATS[index][0]].id,
    });
  const scope = { level: team.partnership.level, elementKeys: (values.elementKeys as string[]) ?? null };
  const keys = indicatorsInScope(sixKeyElements, scope).map(({ key }) => key);
  return { id: made.body.id, path: `${base}/${made.body.id}`, keys };
}

/** An assessment that takes answers. */
export async function anOpenRound(app: TestApp, team: Team, values: Record<string, unknown> = {}): Promise<Round> {
  const round = await aDraftRound(app, team, values);
  await mustMove(app, team.lead, round, 'open');
  return round;
}

/** Takes a step that has to succeed. */
export async function mustMove(
  app: TestApp,
  person: SignedInPerson,
  round: Round,
  step: string,
  body: object = {},
): Promise<void> {
  const moved = await as(app, person).post(`${round.path}/${step}`, body);
  if (moved.status !== 200) throw new Error(`${step} was refused: ${JSON.stringify(moved.body)}`);
}

/** What somebody answers: a level key, `not_applicable` or `dont_know`. */
export const answerBody = (answer: string): object => {
  if (answer === 'not_applicable') return { answer, reason: 'Not our field.' };
  return answer === 'dont_know' ? { answer } : { answer: 'level', level: answer };
};

/** Answers as one person, by indicator. */
export async function giveAnswers(
  app: TestApp,
  person: SignedInPerson,
  round: Round,
  answers: Record<string, string>,
): Promise<void> {
  for (const [key, answer] of Object.entries(answers)) {
    const saved = await as(app, person).put(`${round.path}/responses/${key}`, answerBody(answer), '*');
    if (saved.status !== 200) throw new Error(`The answer was refused: ${JSON.stringify(saved.body)}`);
  }
}

/** Hands in the answers of some people. */
export async function submitAnswers(app: TestApp, people: SignedInPerson[], round: Round): Promise<void> {
  for (const person of people) {
    const submitted = await as(app, person).post(`${round.path}/submit`);
    if (submitted.status !== 200) throw new Error(`Submitting was refused: ${JSON.stringify(submitted.body)}`);
  }
}

/** An assessment in consensus to which the whole team gave the same answer. */
export async function aRoundInConsensus(
  app: TestApp,
  team: Team,
  values: Record<string, unknown> = {},
  answer = 'planning',
): Promise<Round> {
  const round = await anOpenRound(app, team, { elementKeys: ['partnerships'], ...values });
  const answers = Object.fromEntries(round.keys.map((key) => [key, answer]));
  for (const person of team.people) await giveAnswers(app, person, round, answers);
  await submitAnswers(app, team.people, round);
  await mustMove(app, team.lead, round, 'close');
  await mustMove(app, team.lead, round, 'start-consensus');
  return round;
}

/** An assessment that waits for approval: everything was confirmed together. */
export async function aRoundAwaitingApproval(
  app: TestApp,
  team: Team,
  values: Record<string, unknown> = {},
): Promise<Round> {
  const round = await aRoundInConsensus(app, team, values);
  const confirmed = await as(app, team.lead).post(`${round.path}/consensus/confirm`, { indicatorKeys: round.keys });
  if (confirmed.body.confirmed?.length !== round.keys.length)
    throw new Error(`Not everything was confirmed: ${JSON.stringify(confirmed.body)}`);
  await mustMove(app, team.lead, round, 'request-approval');
  return round;
}

/** A locked assessment of a local partnership: every indicator one level below its target. */
export async function aLockedRound(app: TestApp, team: Team, values: Record<string, unknown> = {}): Promise<Round> {
  const round = await aRoundAwaitingApproval(app, team, values);
  await mustMove(app, team.lead, round, 'lock');
  return round;
}
