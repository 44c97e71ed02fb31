import { Injectable } from '@nestjs/common';
import { OrganizationLookup, PeopleLookup } from '@domain/directory';
import { Access } from '@platform/access';
import { type Actor, ALL } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { StillAnswering } from '../assessments.errors';
import type { Evidence } from '../evidence/evidence.entity';
import { acceptsConsensus } from '../rules/assessment-status';
import { type DiscussionEntry, discussionOrder } from '../rules/discussion-order';
import { displayedSpread, isHiddenFrom, type SpreadViewer } from '../rules/display-rules';
import type { Distribution } from '../rules/distribution';
import { Assessment } from '../rounds/assessment.entity';
import type { ConsensusItem, ConsensusResponse, NamedAnswer, RatingResponse } from './consensus.response';
import type { ConsensusRating } from './consensus-rating.entity';
import { type RoundFrame, RoundFacts } from './round-facts';
import { spreadView } from './spread-view';

interface CommentRow {
  indicator_key: string;
  text: string;
}

interface NamedRow extends NamedAnswer {
  indicator_key: string;
}

/** Everything about the talk that was read, before it is cut down for the viewer. */
interface Material {
  assessment: Assessment;
  frame: RoundFrame;
  distributions: Map<string, Distribution>;
  ratings: Map<string, ConsensusRating>;
  evidence: Map<string, Evidence[]>;
  comments: Map<string, string[]>;
  named: Map<string, NamedAnswer[]> | null;
  organizationNames: Map<string, string>;
  personNames: Map<string, string>;
  viewer: SpreadViewer;
  allowed: string[];
}

const SUBMITTED = `from response x
  join respondent r on r.tenant_id = x.tenant_id and r.id = x.respondent_id and r.status = 'submitted'`;
const OF_ROUND = 'where x.tenant_id = $1 and x.assessment_id = $2';

/** Reads the consensus talk, cut down by the display rules to what the viewer may see. */
@Injectable()
export class ConsensusQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly facts: RoundFacts,
    private readonly organizations: OrganizationLookup,
    private readonly people: PeopleLookup,
  ) {}

  /** All indicators in the order of the agenda. @throws NotFound, StillAnswering */
  list(actor: Actor, assessmentId: string, view: 'own' | 'team' = 'own'): Promise<ConsensusResponse> {
    return this.database.read(actor, async (tx) => {
      const assessment = await tx.rows(Assessment).visible(assessmentId);
      if (!assessment.isAnswered) throw new StillAnswering();
      const material = await this.material(tx, assessment, view);
      return { items: agenda(material).map((entry, index) => itemOf(material, entry, index + 1)) };
    });
  }

  /** One indicator, after a change. */
  async one(actor: Actor, assessmentId: string, indicatorKey: string): Promise<ConsensusItem> {
    const { items } = await this.list(actor, assessmentId);
    return items.find((item) => item.indicatorKey === indicatorKey)!;
  }

  private async material(tx: Tx, assessment: Assessment, view: 'own' | 'team'): Promise<Material> {
    const { actor } = tx;
    const onOwnScreen = view === 'own' && assessment.facilitatorPersonId === actor.personId;
    const frame = await this.facts.frame(tx, assessment);
    const [distributions, ratings, evidence, comments, named] = await Promise.all([
      this.facts.distributions(tx, assessment, frame),
      this.facts.ratings(tx, assessment.id),
      this.facts.evidence(tx, assessment),
      this.comments(tx, assessment.id),
      onOwnScreen && mayKnowNames(actor, assessment) ? this.named(tx, assessment.id) : null,
    ]);
    const mayRecord = acceptsConsensus(assessment.status) && this.access.can(actor, 'facilitate', assessment);
    return {
      ...{ assessment, frame, distributions, ratings, evidence, comments, named },
      ...(await this.names(tx, [...ratings.values()])),
      viewer: onOwnScreen ? 'facilitator' : 'team',
      allowed: mayRecord ? ['update'] : [],
    };
  }

  /** Notes and reasons of submitted answers in the order of the alphabet, which tells nothing about their authors. */
  private async comments(tx: Tx, assessmentId: string): Promise<Map<string, string[]>> {
    const rows = await tx.query<CommentRow>(
      `select x.indicator_key, c.text ${SUBMITTED} cross join lateral (values (x.note), (x.reason)) as c (text)
       ${OF_ROUND} and btrim(coalesce(c.text, '')) <> '' order by c.text`,
      [tx.tenantId, assessmentId],
    );
    return grouped(rows, ({ text }) => text);
  }

  private async named(tx: Tx, assessmentId: string): Promise<Map<string, NamedAnswer[]>> {
    const rows = await tx.query<NamedRow>(
      `select x.indicator_key, p.display_name as "personName", o.name as "organizationName", x.answer, x.level
       ${SUBMITTED} join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
       join organization o on o.tenant_id = r.tenant_id and o.id = r.organization_id
       ${OF_ROUND} order by p.display_name, p.id`,
      [tx.tenantId, assessmentId],
    );
    return grouped(rows, ({ personName, organizationName, answer, level }) => ({
      ...{ personName, organizationName, answer, level },
    }));
  }

  private async names(
    tx: Tx,
    ratings: ConsensusRating[],
  ): Promise<Pick<Material, 'organizationNames' | 'personNames'>> {
    const dissenters = ratings.flatMap(({ dissent }) => dissent.map(({ organizationId }) => organizationId));
    const [cards, personNames] = await Promise.all([
      this.organizations.cards(tx, dissenters),
      this.people.names(
        tx,
        ratings.map(({ ownerPersonId }) => ownerPersonId),
      ),
    ]);
    return { organizationNames: new Map([...cards].map(([id, { name }]) => [id, name])), personNames };
  }
}

/**
 * Names belong to the facilitator of a named assessment whom the respondents were told of, not to one who was put in
 * place later; a coach never sees them (corrections to roles, condition 8).
 */
function mayKnowNames(actor: Actor, { anonymity, partnershipId, announcedFacilitatorId }: Assessment): boolean {
  const coached = actor.partnershipsAs('coach');
  const isCoach = coached === ALL || coached.includes(partnershipId);
  return anonymity === 'named' && announcedFacilitatorId === actor.personId && !isCoach;
}

function agenda({ frame, distributions, evidence, viewer }: Material): DiscussionEntry[] {
  const items = frame.indicators.map(({ key }) => ({
    indicatorKey: key,
    distribution: distributions.get(key)!,
    hasEvidence: evidence.has(key),
  }));
  return discussionOrder(frame.definition.scale, items, viewer);
}

function itemOf(material: Material, { indicatorKey, rank, reasons }: DiscussionEntry, place: number): ConsensusItem {
  const { viewer, ratings, named } = material;
  const distribution = material.distributions.get(indicatorKey)!;
  const isHidden = isHiddenFrom(distribution, viewer);
  const rating = ratings.get(indicatorKey);
  return {
    indicatorKey,
    order: { category: rank, rank: place, reasons },
    spread: spreadView(displayedSpread(distribution, viewer)),
    proposal: isHidden ? null : (distribution.spread?.startingPoint ?? null),
    evidence: (material.evidence.get(indicatorKey) ?? []).map(({ id, title, kind, url, fileId }) => ({
      ...{ id, title, kind, url, fileId },
    })),
    comments: isHidden ? [] : (material.comments.get(indicatorKey) ?? []),
    named: named && (named.get(indicatorKey) ?? []),
    rating: rating ? ratingView(rating, material) : null,
    allowed: material.allowed,
  };
}

function ratingView(rating: ConsensusRating, { organizationNames, personNames }: Material): RatingResponse {
  const { version, outcome, level, low, high, rationale, outsideReason, changeReason } = rating;
  const { ownerPersonId, dueOn, decidedAt } = rating;
  return {
    ...{ version, outcome, level, low, high, rationale, outsideReason, reason: changeReason },
    dissent: rating.dissent.map(({ organizationId, text }) => ({
      ...{ organizationId, text },
      organizationName: organizationNames.get(organizationId) ?? '',
    })),
    ...{ ownerPersonId, ownerName: personNames.get(ownerPersonId ?? '') ?? null, dueOn, decidedAt },
  };
}

function grouped<Row extends { indicator_key: string }, T>(rows: Row[], map: (row: Row) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.indicator_key, [...(groups.get(row.indicator_key) ?? []), map(row)]);
  return groups;
}
