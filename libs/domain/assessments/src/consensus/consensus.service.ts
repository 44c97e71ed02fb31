import { Injectable } from '@nestjs/common';
import { PeopleLookup } from '@domain/directory';
import { PartnershipsQueries } from '@domain/partnerships';
import { Access } from '@platform/access';
import { type Actor, Invalid, NotFound } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { ChangedMeanwhile, NotInConsensus, RulesBroken, UnknownReference } from '../assessments.errors';
import { Evidence } from '../evidence/evidence.entity';
import { EvidenceSharing } from '../evidence/evidence-sharing';
import { errorsOf } from '../refusal-messages';
import { acceptsConsensus } from '../rules/assessment-status';
import { checkConsensus, type ConsensusContext, type ConsensusProposal } from '../rules/consensus';
import { discussionOrder } from '../rules/discussion-order';
import { isHiddenFrom, type SpreadViewer } from '../rules/display-rules';
import { type Distribution, distributionOf } from '../rules/distribution';
import type { AnswerScale } from '../rules/instrument-definition';
import { isBlank, type Refusal, refusal } from '../rules/refusal';
import { Assessment } from '../rounds/assessment.entity';
import type { RecordConsensusRequest } from './consensus.request';
import type { ConfirmationResponse, RefusedConfirmation } from './consensus.response';
import { ConsensusDissent, ConsensusRating } from './consensus-rating.entity';
import { type RoundFrame, RoundFacts } from './round-facts';

const TOGETHER = 5; // the last group of the agenda
const TOGETHER_RATIONALE = 'Confirmed together; nobody objected.';

/** Use cases of the consensus talk: the facilitator records what the team agrees on. */
@Injectable()
export class ConsensusService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly facts: RoundFacts,
    private readonly sharing: EvidenceSharing,
    private readonly partnerships: PartnershipsQueries,
    private readonly people: PeopleLookup,
  ) {}

  /**
   * Records the outcome for one indicator.
   * @param version the version that was read; null when there was none yet.
   * @throws NotFound, NotAllowed, NotInConsensus, ChangedMeanwhile, RulesBroken, UnknownReference
   */
  async record(
    actor: Actor,
    assessmentId: string,
    indicatorKey: string,
    version: number | null,
    request: RecordConsensusRequest,
  ): Promise<void> {
    const today = await this.partnerships.today(actor.tenantId);
    await this.database.transaction(actor, async (tx) => {
      const assessment = await this.inConsensus(tx, actor, assessmentId);
      const frame = await this.facts.frame(tx, assessment);
      const rating = (await this.facts.ratings(tx, assessmentId)).get(indicatorKey);
      checkVersion(rating, version);
      await this.checkReferences(tx, assessment, request, today);
      await this.sharing.link(tx, linksOf(indicatorKey, request.evidenceIds));
      const context = await this.context(tx, assessment, frame, indicatorKey, today);
      const proposal = proposalOf(request);
      const { consensus, refusals } = checkConsensus(proposal, context);
      const late = lateChange(assessment, request);
      if (refusals.length + late.length > 0) throw new RulesBroken([...refusals, ...late]);
      const row = await this.write(tx, assessment, indicatorKey, rating, (target) => {
        target.decide(consensus);
        Object.assign(target, wordsOf(request));
      });
      await this.replaceDissent(tx, row, rating?.dissent ?? [], request);
    });
  }

  /** Confirms starting points of the last group of the agenda in one step. @throws NotFound, NotAllowed, NotInConsensus */
  async confirm(actor: Actor, assessmentId: string, keys: string[]): Promise<ConfirmationResponse> {
    const today = await this.partnerships.today(actor.tenantId);
    return this.database.transaction(actor, async (tx) => {
      const assessment = await this.inConsensus(tx, actor, assessmentId);
      const frame = await this.facts.frame(tx, assessment);
      const ratings = await this.facts.ratings(tx, assessmentId);
      const contexts = await this.contexts(tx, assessment, frame, today);
      const together = indicatorsTogether(frame, contexts);
      const answer: ConfirmationResponse = { confirmed: [], refused: [] };
      for (const key of keys) {
        const context = contexts.get(key);
        const refused = refusalOf(key, context, together, ratings.has(key));
        if (refused) answer.refused.push(refused);
        else await this.confirmOne(tx, assessment, key, context!, answer);
      }
      return answer;
    });
  }

  private async confirmOne(
    tx: Tx,
    assessment: Assessment,
    indicatorKey: string,
    context: ConsensusContext,
    answer: ConfirmationResponse,
  ): Promise<void> {
    const level = context.distribution.spread!.startingPoint;
    const request = { outcome: 'level' as const, level, rationale: TOGETHER_RATIONALE };
    const { consensus, refusals } = checkConsensus(proposalOf(request), context);
    const late = lateChange(assessment, request);
    const [problem] = errorsOf([...refusals, ...late]);
    if (problem) {
      answer.refused.push({ indicatorKey, rule: problem.rule, message: problem.message });
      return;
    }
    await this.write(tx, assessment, indicatorKey, undefined, (target) => {
      target.decide(consensus);
      Object.assign(target, wordsOf(request));
    });
    answer.confirmed.push(indicatorKey);
  }

  private async inConsensus(tx: Tx, actor: Actor, assessmentId: string): Promise<Assessment> {
    const assessment = await tx.rows(Assessment).forChange(assessmentId);
    this.access.authorize(actor, 'facilitate', assessment);
    if (!acceptsConsensus(assessment.status)) throw new NotInConsensus();
    return assessment;
  }

  private async write(
    tx: Tx,
    { id: assessmentId, partnershipId }: Assessment,
    indicatorKey: string,
    rating: ConsensusRating | undefined,
    fill: (rating: ConsensusRating) => void,
  ): Promise<ConsensusRating> {
    const target = rating ?? Object.assign(new ConsensusRating(), { assessmentId, partnershipId, indicatorKey });
    fill(target);
    Object.assign(target, { decidedAt: tx.now, decidedBy: tx.actor.personId ?? null });
    return rating ? tx.rows(ConsensusRating).update(target) : tx.rows(ConsensusRating).insert(target);
  }

  private async replaceDissent(
    tx: Tx,
    rating: ConsensusRating,
    before: ConsensusDissent[],
    { dissent = [] }: RecordConsensusRequest,
  ): Promise<void> {
    for (const old of before) await tx.rows(ConsensusDissent).delete(old);
    await tx
      .rows(ConsensusDissent)
      .insertAll(dissent.map(({ organizationId, text }) => ({ ratingId: rating.id, organizationId, text })));
  }

  private async context(
    tx: Tx,
    assessment: Assessment,
    frame: RoundFrame,
    indicatorKey: string,
    today: string,
  ): Promise<ConsensusContext> {
    const context = (await this.contexts(tx, assessment, frame, today)).get(indicatorKey);
    if (!context) throw new NotFound('indicator in this assessment');
    return context;
  }

  private async contexts(
    tx: Tx,
    assessment: Assessment,
    frame: RoundFrame,
    today: string,
  ): Promise<Map<string, ConsensusContext>> {
    const distributions = await this.facts.distributions(tx, assessment, frame);
    const viewer = assessment.facilitatorPersonId === tx.actor.personId ? 'facilitator' : 'team';
    const evidence = await this.facts.evidence(tx, assessment);
    return new Map(
      frame.indicators.map(({ key, mayBeNotApplicable }) => [
        key,
        {
          ...{ scale: frame.definition.scale, mayBeNotApplicable, today },
          distribution: known(frame.definition.scale, distributions.get(key)!, viewer),
          evidenceCount: evidence.get(key)?.length ?? 0,
        },
      ]),
    );
  }

  private async checkReferences(
    tx: Tx,
    { partnershipId }: Assessment,
    { ownerPersonId, evidenceIds = [], dissent = [] }: RecordConsensusRequest,
    today: string,
  ): Promise<void> {
    if (ownerPersonId && !(await this.people.isPresent(tx, ownerPersonId)))
      throw new UnknownReference('ownerPersonId', 'person');
    if (evidenceIds.length > 0) {
      const found = await tx.rows(Evidence).find({ id: evidenceIds, partnershipId, sharing: 'partnership' });
      if (found.length < evidenceIds.length) throw new UnknownReference('evidenceIds', 'evidence');
    }
    if (dissent.length === 0) return;
    const members = await this.partnerships.memberOrganizationIds(tx, partnershipId, today);
    const stranger = dissent.findIndex(({ organizationId }) => !members.includes(organizationId));
    if (stranger >= 0)
      throw Invalid.field(`dissent[${stranger}].organizationId`, 'member', 'This organization is not a member today.');
  }
}

/** A refusal must not tell what the display rules hide: too few answers are as good as none, but for the facilitator. */
function known(scale: AnswerScale, distribution: Distribution, viewer: SpreadViewer): Distribution {
  return isHiddenFrom(distribution, viewer) ? distributionOf(scale, []) : distribution;
}

function checkVersion(rating: ConsensusRating | undefined, version: number | null): void {
  if ((rating?.version ?? null) === version) return;
  const { outcome, level, low, high, rationale, version: current } = rating ?? ({} as Partial<ConsensusRating>);
  throw new ChangedMeanwhile(current ?? 0, rating ? { version: current, outcome, level, low, high, rationale } : null);
}

/** After approval was first asked for, every change says why (ta-model 3.2, step 6). */
function lateChange({ meetingEndedAt }: Assessment, { reason }: RecordConsensusRequest): Refusal[] {
  return meetingEndedAt && isBlank(reason) ? [refusal('reason', 'late_change_reason_required')] : [];
}

function proposalOf(request: RecordConsensusRequest): ConsensusProposal {
  const { outcome, level, low, high, rationale, outsideReason, dissent = [], ownerPersonId, dueOn } = request;
  return {
    ...{ outcome, levelKey: level ?? null, rationale: rationale ?? null, outsideRangeReason: outsideReason ?? null },
    range: low || high ? { lowest: low ?? '', highest: high ?? '' } : null,
    dissent: dissent.map(({ organizationId, text, organizationAgrees = true }) => ({
      ...{ organizationId, view: text, organizationAgrees },
    })),
    ...{ ownerId: ownerPersonId ?? null, dueOn: dueOn ?? null },
  };
}

function wordsOf(request: RecordConsensusRequest): Partial<ConsensusRating> {
  const isUnresolved = request.outcome === 'unresolved';
  return {
    rationale: request.rationale ?? '',
    outsideReason: request.outsideReason ?? null,
    changeReason: request.reason ?? null,
    ownerPersonId: isUnresolved ? (request.ownerPersonId ?? null) : null,
    dueOn: isUnresolved ? (request.dueOn ?? null) : null,
  };
}

function linksOf(indicatorKey: string, evidenceIds: string[] = []): { evidenceId: string; indicatorKey: string }[] {
  return evidenceIds.map((evidenceId) => ({ evidenceId, indicatorKey }));
}

/** The last group of the team's agenda: indicators with too few answers are never confirmed unseen. */
function indicatorsTogether(frame: RoundFrame, contexts: Map<string, ConsensusContext>): Set<string> {
  const items = [...contexts].map(([indicatorKey, { distribution, evidenceCount }]) => ({
    ...{ indicatorKey, distribution, hasEvidence: evidenceCount > 0 },
  }));
  const order = discussionOrder(frame.definition.scale, items, 'team');
  return new Set(order.filter(({ rank }) => rank === TOGETHER).map(({ indicatorKey }) => indicatorKey));
}

function refusalOf(
  indicatorKey: string,
  context: ConsensusContext | undefined,
  together: Set<string>,
  isRated: boolean,
): RefusedConfirmation | null {
  if (!context)
    return { indicatorKey, rule: 'target_out_of_scope', message: 'This indicator is not part of the assessment.' };
  if (isRated) return { indicatorKey, rule: 'already_rated', message: 'This indicator has an outcome already.' };
  if (together.has(indicatorKey) && context.distribution.spread) return null;
  return { indicatorKey, rule: 'needs_talk', message: 'This indicator has to be talked about on its own.' };
}
