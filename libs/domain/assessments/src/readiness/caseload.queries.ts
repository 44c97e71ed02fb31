import { Injectable } from '@nestjs/common';
import { Settings } from '@domain/directory';
import { Partnership, PartnershipsQueries } from '@domain/partnerships';
import { Access } from '@platform/access';
import { type Actor, ALL } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { WATCHING_ROLES } from '../assessments.policy';
import { Gap } from '../gaps/gap.entity';
import type { AssessmentSettings } from '../rules/assessment-settings';
import { nextCycleOn } from '../rules/cycle-calendar';
import { Assessment } from '../rounds/assessment.entity';
import type { CaseloadElement, CaseloadPartnership, CaseloadResponse, Need } from './caseload.response';
import { missingSystems } from './missing-systems';

/** A partnership is looked at every quarter (technical assistance model 3.2, step 10). */
const QUARTER_DAYS = 92;
const DAY_MS = 86_400_000;
const AT_MOST = 500;

interface PartnershipRow {
  id: string;
  name: string;
  level: 'state' | 'local';
  regionName: string | null;
}

interface RoundRow {
  id: string;
  partnership_id: string;
  title: string;
  status: Assessment['status'];
  level: 'state' | 'local';
  due_on: string | null;
  locked_at: string | null;
  facilitator_person_id: string | null;
  indicator_count: number;
  rated: number;
  respondents: number;
  submitted: number;
  active_at: string;
}

interface GapRow {
  partnership_id: string;
  open: number;
  unjudged: number;
  active_at: string;
}

interface ElementRow extends CaseloadElement {
  partnership_id: string;
}

const ROUNDS = `
  select a.id, a.partnership_id, a.title, a.status, a.level, a.due_on, a.locked_at, a.facilitator_person_id,
    a.indicator_count, r.respondents, r.submitted, greatest(a.updated_at, r.active_at) as active_at,
    (select count(*) from consensus_rating c where c.tenant_id = a.tenant_id and c.assessment_id = a.id) as rated
  from assessment a cross join lateral (
    select count(*) as respondents, count(*) filter (where r.status = 'submitted') as submitted,
      max(r.updated_at) as active_at
    from respondent r where r.tenant_id = a.tenant_id and r.assessment_id = a.id) r
  where a.tenant_id = $1 and a.partnership_id = any($2) order by a.cycle desc`;
const GAPS = `
  select partnership_id, count(*) as open, count(*) filter (where band is null) as unjudged, max(updated_at) as active_at
  from gap where tenant_id = $1 and partnership_id = any($2) and state = 'current' group by 1`;
const ELEMENTS = `
  select distinct on (r.partnership_id, r.element_key) r.partnership_id, r.element_key as key, r.level, r.target
  from element_result r join assessment a on a.tenant_id = r.tenant_id and a.id = r.assessment_id
  where r.tenant_id = $1 and r.partnership_id = any($2) and a.locked_at is not null
  order by r.partnership_id, r.element_key, r.locked_at desc`;

/** What is known of one partnership, before it is judged. */
interface Facts {
  rounds: RoundRow[];
  gaps: GapRow | undefined;
  elements: ElementRow[];
  missing: string[];
  settings: AssessmentSettings;
}

/** Reads the first screen of those who look after partnerships: a handful of statements, however many there are. */
@Injectable()
export class CaseloadQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly partnerships: PartnershipsQueries,
  ) {}

  /** The partnerships that the actor looks after, by name, with what needs the actor. */
  async caseload(actor: Actor): Promise<CaseloadResponse> {
    const today = await this.partnerships.today(actor.tenantId);
    return this.database.read(actor, async (tx) => {
      const watched = await watchedPartnerships(tx);
      const params = [tx.tenantId, watched.map(({ id }) => id)];
      const [rounds, gaps, elements, missing, settings] = await Promise.all([
        tx.query<RoundRow>(ROUNDS, params),
        tx.query<GapRow>(GAPS, params),
        tx.query<ElementRow>(ELEMENTS, params),
        missingSystems(tx, watched, today),
        Settings.of(tx),
      ]);
      const found = watched.map((partnership) => {
        const mine = <T extends { partnership_id: string }>(rows: T[]) =>
          rows.filter((row) => row.partnership_id === partnership.id);
        const facts = { rounds: mine(rounds), gaps: mine(gaps)[0], elements: mine(elements) };
        return this.view(tx, partnership, { ...facts, missing: missing.get(partnership.id)!, settings }, today);
      });
      return { partnerships: found, counts: countsOf(found) };
    });
  }

  private view(tx: Tx, partnership: PartnershipRow, facts: Facts, today: string): CaseloadPartnership {
    const { rounds, gaps, elements, missing } = facts;
    const open = openRound(rounds);
    const lastActivityAt = latest([...rounds.map((round) => round.active_at), gaps?.active_at ?? null]);
    return {
      ...partnership,
      lastLockedAt: latest(rounds.map((round) => round.locked_at)),
      elements: elements.map(({ key, level, target }) => ({ key, level, target })),
      openRound: open
        ? {
            ...{ id: open.id, title: open.title, status: open.status, dueOn: open.due_on },
            ...{ submitted: open.submitted, respondents: open.respondents },
          }
        : null,
      ...{ openGaps: gaps?.open ?? 0, gapsWithoutBand: gaps?.unjudged ?? 0 },
      stale: !lastActivityAt || tx.now.getTime() - Date.parse(lastActivityAt) > QUARTER_DAYS * DAY_MS,
      ...{ lastActivityAt, missingSystems: missing },
      needsMe: this.needs(tx.actor, partnership, facts, today),
    };
  }

  private needs(actor: Actor, partnership: PartnershipRow, facts: Facts, today: string): Need[] {
    const { rounds, gaps } = facts;
    const open = openRound(rounds);
    const found: Need[] = open
      ? this.roundNeeds(actor, open, today)
      : this.withoutRound(actor, partnership, facts, today);
    const gap = Object.assign(new Gap(), { partnershipId: partnership.id });
    if (gaps && gaps.unjudged > 0 && this.access.can(actor, 'update', gap))
      found.push({ kind: 'rank_gaps', assessmentId: null, count: gaps.unjudged });
    return found;
  }

  private roundNeeds(actor: Actor, round: RoundRow, today: string): Need[] {
    const assessment = assessmentOf(round);
    const may = (action: string) => this.access.can(actor, action, assessment);
    const late = round.respondents - round.submitted;
    const isLate = round.due_on !== null && round.due_on < today && late > 0;
    const unsettled = round.indicator_count - round.rated;
    const needs: [Need['kind'], boolean, number][] = [
      ['approve', round.status === 'awaiting_approval' && may('lock'), 1],
      ['start_consensus', round.status === 'closed' && may('start_consensus'), 1],
      ['record_consensus', round.status === 'in_consensus' && unsettled > 0 && may('facilitate'), unsettled],
      ['close', round.status === 'open' && round.respondents > 0 && late === 0 && may('close'), round.submitted],
      ['late_respondents', round.status === 'open' && isLate && may('invite'), late],
    ];
    return needs.filter(([, applies]) => applies).map(([kind, , count]) => ({ kind, assessmentId: round.id, count }));
  }

  private withoutRound(
    actor: Actor,
    { id, level }: PartnershipRow,
    { rounds, settings }: Facts,
    today: string,
  ): Need[] {
    const draft = Object.assign(new Assessment(), { partnershipId: id, level });
    if (!this.access.can(actor, 'create', draft)) return [];
    const locked = latest(rounds.map((round) => round.locked_at));
    const isDue = !locked || nextCycleOn(locked.slice(0, 10), settings) <= today;
    return isDue ? [{ kind: 'no_round', assessmentId: null, count: 1 }] : [];
  }
}

function watchedPartnerships(tx: Tx): Promise<PartnershipRow[]> {
  const query = tx
    .readable(Partnership, 'p')
    .select(['p.id as id', 'p.name as name', 'p.level as level'])
    .addSelect('(select r.name from region r where r.tenant_id = p.tenant_id and r.id = p.region_id)', 'regionName')
    .where(`p.status <> 'ended'`);
  const reach = tx.actor.partnershipsAs(...WATCHING_ROLES);
  if (reach !== ALL && tx.actor.kind === 'person') query.where('p.id = any(:reach)', { reach });
  return query.orderBy('p.name').addOrderBy('p.id').limit(AT_MOST).getRawMany<PartnershipRow>();
}

function openRound(rounds: RoundRow[]): RoundRow | undefined {
  return rounds.find(({ status }) => status !== 'locked' && status !== 'superseded');
}

function assessmentOf({ partnership_id: partnershipId, level, status, facilitator_person_id }: RoundRow): Assessment {
  return Object.assign(new Assessment(), { partnershipId, level, status, facilitatorPersonId: facilitator_person_id });
}

/** The last of some instants: ISO texts of the same form stand in the order of time. */
function latest(instants: (string | null)[]): string | null {
  return instants.reduce((last, instant) => (instant && (!last || instant > last) ? instant : last), null);
}

function countsOf(found: CaseloadPartnership[]): CaseloadResponse['counts'] {
  const count = (is: (one: CaseloadPartnership) => boolean) => found.filter(is).length;
  return {
    partnerships: found.length,
    openRounds: count(({ openRound: round }) => round !== null),
    awaitingApproval: count(({ openRound: round }) => round?.status === 'awaiting_approval'),
    withoutRound: count(({ openRound: round }) => round === null),
    stale: count(({ stale }) => stale),
    openGaps: found.reduce((sum, { openGaps }) => sum + openGaps, 0),
    needMe: count(({ needsMe }) => needsMe.length > 0),
  };
}
