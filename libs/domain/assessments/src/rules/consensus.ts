import type { Distribution } from './distribution';
import { type AnswerScale, isRating, levelRank } from './instrument-definition';
import { isBlank, type Refusal, refusal } from './refusal';

/**
 * What the team agreed on for one indicator. Levels are keys of the instrument's scale. No consensus keeps the range,
 * null where levels have no order; unresolved is also every indicator that was not discussed yet.
 */
export type Consensus =
  | { outcome: 'level'; levelKey: string }
  | { outcome: 'no_consensus'; range: LevelRange | null }
  | { outcome: 'not_applicable' }
  | { outcome: 'unresolved' };

/** Possible outcomes of the talk about one indicator. */
export type ConsensusOutcome = Consensus['outcome'];

/** Lowest and highest level that stay on the table. */
export interface LevelRange {
  lowest: string;
  highest: string;
}

/** A dissenting view, recorded with the agreement of the organization that holds it. */
export interface Dissent {
  organizationId: string;
  view: string;
  organizationAgrees: boolean;
}

/** What the facilitator wants to record for one indicator; what an outcome does not need stays null. */
export interface ConsensusProposal {
  outcome: ConsensusOutcome;
  levelKey: string | null;
  /** Only for no consensus; null takes the range of the individual answers. */
  range: LevelRange | null;
  /** Why this outcome, in a sentence. */
  rationale: string | null;
  /** Why the level lies outside the individual answers. */
  outsideRangeReason: string | null;
  dissent: Dissent[];
  /** Person who settles an unresolved indicator. */
  ownerId: string | null;
  /** Day by which it is settled, ISO date. */
  dueOn: string | null;
}

/** What the rules need to know beside the proposal. */
export interface ConsensusContext {
  scale: AnswerScale;
  distribution: Distribution;
  /** Number of pieces of evidence linked to the indicator. */
  evidenceCount: number;
  /** Whether the instrument lets this indicator be not applicable. */
  mayBeNotApplicable: boolean;
  /** Today in the zone of the tenant, ISO date. */
  today: string;
}

/** Outcome of the check: with refusals the indicator stays unresolved. */
export interface ConsensusCheck {
  consensus: Consensus;
  refusals: Refusal[];
}

/** Checks what is to be recorded for one indicator by the rules of ta-model 3.4 and names every refusal. */
export function checkConsensus(proposal: ConsensusProposal, context: ConsensusContext): ConsensusCheck {
  const refusals = [...checksFor[proposal.outcome](proposal, context), ...checkDissent(proposal)];
  if (refusals.length > 0) return { consensus: { outcome: 'unresolved' }, refusals };
  return { consensus: consensusOf(proposal, context), refusals };
}

/** The range that stays on the table without consensus: the proposed one, else that of the individual answers. */
export function keptRange(proposal: ConsensusProposal, { scale, distribution }: ConsensusContext): LevelRange | null {
  if (!scale.ordered) return null;
  const answered = answeredLevels(distribution);
  if (proposal.range) return { lowest: proposal.range.lowest, highest: proposal.range.highest };
  return answered.length === 0 ? null : { lowest: answered[0], highest: answered[answered.length - 1] };
}

const checksFor: Record<ConsensusOutcome, (proposal: ConsensusProposal, context: ConsensusContext) => Refusal[]> = {
  level: (proposal, context) => [...checkRationale(proposal), ...checkLevel(proposal.levelKey, proposal, context)],
  no_consensus: (proposal, context) => [...checkRationale(proposal), ...checkRange(proposal, context)],
  not_applicable: (proposal, { mayBeNotApplicable }) => [
    ...checkRationale(proposal),
    ...(mayBeNotApplicable ? [] : [refusal('outcome', 'consensus_not_applicable_not_offered')]),
  ],
  unresolved: (proposal, { today }) => checkOwnerAndDate(proposal, today),
};

function consensusOf(proposal: ConsensusProposal, context: ConsensusContext): Consensus {
  const { outcome, levelKey } = proposal;
  if (outcome === 'level' && levelKey !== null) return { outcome, levelKey };
  if (outcome === 'no_consensus') return { outcome, range: keptRange(proposal, context) };
  return { outcome: outcome === 'not_applicable' ? 'not_applicable' : 'unresolved' };
}

function checkRationale({ rationale }: ConsensusProposal): Refusal[] {
  return isBlank(rationale) ? [refusal('rationale', 'consensus_rationale_required')] : [];
}

function checkLevel(levelKey: string | null, proposal: ConsensusProposal, context: ConsensusContext): Refusal[] {
  const { scale } = context;
  if (!isRating(scale, levelKey)) {
    return [refusal('levelKey', 'consensus_level_unknown', { offered: scale.levels.map(({ key }) => key).join(', ') })];
  }
  const refusals: Refusal[] = [];
  if (needsEvidence(scale, levelKey) && context.evidenceCount === 0) {
    refusals.push(refusal('evidence', 'consensus_evidence_required', { levelKey }));
  }
  if (liesOutside(levelKey, context) && isBlank(proposal.outsideRangeReason)) {
    refusals.push(refusal('outsideRangeReason', 'consensus_outside_range_reason_required', { levelKey }));
  }
  return refusals;
}

/** Whether a consensus on this level may only be recorded with evidence. */
export function needsEvidence(scale: AnswerScale, levelKey: string): boolean {
  const { evidenceRequiredFrom } = scale;
  return evidenceRequiredFrom !== null && levelRank(scale, levelKey) >= levelRank(scale, evidenceRequiredFrom);
}

/** Outside the range of the individual answers; where levels have no order, any level that nobody answered. */
function liesOutside(levelKey: string, { scale, distribution }: ConsensusContext): boolean {
  const answered = answeredLevels(distribution);
  if (answered.length === 0) return false;
  if (!scale.ordered) return !answered.includes(levelKey);
  const rank = levelRank(scale, levelKey);
  return rank < levelRank(scale, answered[0]) || rank > levelRank(scale, answered[answered.length - 1]);
}

function checkRange(proposal: ConsensusProposal, context: ConsensusContext): Refusal[] {
  const { scale } = context;
  const range = keptRange(proposal, context);
  if (!scale.ordered) return [];
  if (range === null) return [refusal('range', 'consensus_range_required')];
  const unknown = (['lowest', 'highest'] as const).filter((end) => !isRating(scale, range[end]));
  if (unknown.length > 0) return unknown.map((end) => refusal(`range.${end}`, 'consensus_level_unknown'));
  // One level alone is a consensus; if the talk brought up others, the range must name them.
  const isRange = levelRank(scale, range.lowest) < levelRank(scale, range.highest);
  return isRange ? [] : [refusal('range', 'consensus_range_needs_two_levels')];
}

function checkDissent({ dissent }: ConsensusProposal): Refusal[] {
  return dissent.flatMap(({ view, organizationAgrees }, index) => [
    ...(isBlank(view) ? [refusal(`dissent[${index}].view`, 'dissent_view_required')] : []),
    ...(organizationAgrees ? [] : [refusal(`dissent[${index}].organizationAgrees`, 'dissent_agreement_required')]),
  ]);
}

function checkOwnerAndDate({ ownerId, dueOn }: ConsensusProposal, today: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (isBlank(ownerId)) refusals.push(refusal('ownerId', 'unresolved_owner_required'));
  if (isBlank(dueOn)) refusals.push(refusal('dueOn', 'unresolved_due_date_required'));
  else if (dueOn !== null && dueOn < today) refusals.push(refusal('dueOn', 'unresolved_due_date_past', { today }));
  return refusals;
}

/** Levels that somebody answered, in the order of the scale. */
function answeredLevels(distribution: Distribution): string[] {
  return distribution.levels.filter(({ count }) => count > 0).map(({ levelKey }) => levelKey);
}
