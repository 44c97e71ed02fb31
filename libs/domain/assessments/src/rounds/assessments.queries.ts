import { Injectable } from '@nestjs/common';
import { findOrganizationKind, OrganizationLookup, PeopleLookup, Settings } from '@domain/directory';
import { systemCoverage } from '@domain/partnerships';
import { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import { Database, type ReadQuery, type Tx } from '@platform/database';
import { mapPage, type Page, type PageSpec, readPage } from '@platform/http';
import { Respondent } from '../answers/respondent.entity';
import type { AssessmentSettings } from '../rules/assessment-settings';
import { checkClosing, checkOpening } from '../rules/completeness';
import type { Refusal } from '../rules/refusal';
import { sentenceOf } from '../refusal-messages';
import { allowedSteps } from './allowed-steps';
import { Assessment, AssessmentTransition } from './assessment.entity';
import type { AssessmentListQuery } from './assessment.request';
import type {
  AssessmentHistoryItem,
  AssessmentListItem,
  AssessmentResponse,
  ConsensusProgress,
  RespondentSummary,
} from './assessment.response';

const OF_ROUND = 'r.tenant_id = a.tenant_id and r.assessment_id = a.id';
const FIELDS: Record<string, string> = {
  id: 'a.id',
  version: 'a.version',
  title: 'a.title',
  partnershipId: 'a.partnership_id',
  partnershipName: '(select p.name from partnership p where p.tenant_id = a.tenant_id and p.id = a.partnership_id)',
  level: 'a.level',
  cycle: 'a.cycle',
  status: 'a.status',
  dueOn: 'a.due_on',
  facilitatorPersonId: 'a.facilitator_person_id',
  facilitatorName:
    '(select p.display_name from person p where p.tenant_id = a.tenant_id and p.id = a.facilitator_person_id)',
  respondentCount: `(select count(*) from respondent r where ${OF_ROUND})`,
  submittedCount: `(select count(*) from respondent r where ${OF_ROUND} and r.status = 'submitted')`,
  myStatus: `(select r.status from respondent r where ${OF_ROUND} and r.person_id = :me)`,
  myAnswered: `(select count(*) from respondent r join response x on x.tenant_id = r.tenant_id and x.respondent_id = r.id
    where ${OF_ROUND} and r.person_id = :me)`,
  indicatorCount: 'a.indicator_count',
  lockedAt: 'a.locked_at',
  updatedAt: 'a.updated_at',
};

type ListRow = Omit<AssessmentListItem, 'allowed'> & { facilitatorPersonId: string | null };

const SPEC: PageSpec<ListRow> = {
  sort: {
    updatedAt: { by: 'a.updatedAt', of: (row) => row.updatedAt },
    title: { by: 'a.title', of: (row) => row.title },
    status: { by: 'a.status', of: (row) => row.status },
    cycle: { by: 'a.cycle', of: (row) => row.cycle },
    dueOn: { by: 'a.dueOn', of: (row) => row.dueOn, nullable: true },
  },
  defaultSort: '-updatedAt',
  idColumn: 'a.id',
  idOf: (row) => row.id,
  raw: true,
};

/** Reads assessments for screens. */
@Injectable()
export class AssessmentsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly organizations: OrganizationLookup,
    private readonly people: PeopleLookup,
  ) {}

  /** One page of the assessments that the actor may see. */
  list(actor: Actor, list: AssessmentListQuery): Promise<Page<AssessmentListItem>> {
    return this.database.read(actor, async (tx) => {
      const query = this.items(tx);
      if (list.partnershipId) query.where('a.partnership_id = :partnershipId', { partnershipId: list.partnershipId });
      if (list.status) query.where('a.status = :status', { status: list.status });
      const page = await readPage<ListRow, Assessment>(tx, query, list, SPEC);
      return mapPage(page, (row) => this.item(actor, row));
    });
  }

  /** All assessments of the actor's view that fulfill a condition on `a`, latest change first: at most 200. */
  async some(tx: Tx, condition: string, params: object = {}): Promise<AssessmentListItem[]> {
    const query = this.items(tx).where(condition, params).orderBy('a.updatedAt', 'DESC').limit(200);
    return (await query.getRawMany<ListRow>()).map((row) => this.item(tx.actor, row));
  }

  /** One assessment. @throws NotFound */
  one(actor: Actor, id: string): Promise<AssessmentResponse> {
    return this.database.read(actor, async (tx) => {
      const assessment = await tx.rows(Assessment).visible(id);
      const [[item], respondents, moves, consensus] = await Promise.all([
        this.items(tx).where('a.id = :id', { id }).getRawMany<ListRow>(),
        tx.rows(Respondent).find({ assessmentId: id }),
        tx.rows(AssessmentTransition).find({ assessmentId: id }),
        this.consensus(tx, assessment),
      ]);
      const { instrumentId, elementKeys, anonymity, purpose, facilitatorPersonId, openedAt, closedAt } = assessment;
      return {
        ...this.item(actor, item),
        ...{ instrumentId, elementKeys, anonymity, purpose, facilitatorPersonId, openedAt, closedAt },
        supersededById: assessment.supersededById,
        history: await this.history(tx, moves),
        respondents: await this.summary(tx, assessment, respondents),
        progress: { answered: item.myAnswered, total: assessment.indicatorCount },
        consensus,
      };
    });
  }

  private items(tx: Tx): ReadQuery<Assessment> {
    const query = tx.readable(Assessment, 'a').select([]);
    Object.entries(FIELDS).forEach(([name, sql]) => query.addSelect(sql, name));
    return query.setParameters({ me: tx.actor.personId ?? null }) as unknown as ReadQuery<Assessment>;
  }

  private item(actor: Actor, row: ListRow): AssessmentListItem {
    const { facilitatorPersonId, ...item } = row;
    const { id, partnershipId, level, status } = row;
    const assessment = Object.assign(new Assessment(), { id, partnershipId, level, status, facilitatorPersonId });
    return { ...item, allowed: allowedSteps(this.access, actor, assessment, row.myStatus) };
  }

  private async history(tx: Tx, moves: AssessmentTransition[]): Promise<AssessmentHistoryItem[]> {
    const names = await this.people.names(
      tx,
      moves.map((move) => move.personId),
    );
    return [...moves]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ toStatus, createdAt, personId, reason }) => ({
        status: toStatus,
        at: createdAt,
        personName: names.get(personId ?? '') ?? null,
        reason,
      }));
  }

  private async summary(tx: Tx, assessment: Assessment, respondents: Respondent[]): Promise<RespondentSummary> {
    const cards = await this.organizations.cards(
      tx,
      respondents.map((respondent) => respondent.organizationId),
    );
    const coverage = systemCoverage(assessment.level, [...cards.values()]);
    const count = (status: Respondent['status']) => respondents.filter((other) => other.status === status).length;
    const systems = [...cards.values()].flatMap((card) => findOrganizationKind(card.kind)?.system ?? []);
    return {
      invited: respondents.length,
      started: count('started'),
      submitted: count('submitted'),
      organizations: cards.size,
      systems: [...new Set(systems)].sort(),
      missingSystems: coverage.filter((part) => part.organizations.length === 0).map((part) => part.system),
      warnings: warningsOf(assessment, respondents, await Settings.of(tx)).map((refusal) => ({
        code: refusal.rule,
        message: sentenceOf(refusal),
        params: refusal.details,
      })),
    };
  }

  private async consensus(tx: Tx, { id, indicatorCount }: Assessment): Promise<ConsensusProgress> {
    const [{ settled, unresolved }] = await tx.query<{ settled: number; unresolved: number }>(
      `select count(*) filter (where outcome <> 'unresolved') as settled,
         count(*) filter (where outcome = 'unresolved') as unresolved
       from consensus_rating where tenant_id = $1 and assessment_id = $2`,
      [tx.tenantId, id],
    );
    return { settled, unresolved, open: indicatorCount - settled - unresolved, total: indicatorCount };
  }
}

/** What should be known before the next step. */
function warningsOf(assessment: Assessment, respondents: Respondent[], settings: AssessmentSettings): Refusal[] {
  const invited = respondents.map(({ organizationId, system, status }) => ({
    ...{ organizationId, system },
    hasSubmitted: status === 'submitted',
  }));
  const { indicatorCount, facilitatorPersonId, status } = assessment;
  const team = checkOpening(indicatorCount, facilitatorPersonId, invited, settings).warnings;
  if (status === 'draft') return team;
  return status === 'open' ? [...team, ...checkClosing(invited).warnings] : [];
}
