import { isHiddenFrom, type SpreadViewer } from './display-rules';
import { answeredCount, type Distribution } from './distribution';
import { type AnswerScale, levelRank } from './instrument-definition';

/** Why an indicator is discussed where it is (ta-model 4.5); `too_few_answers` where the reason would tell the answers. */
export type DiscussionReason =
  | 'opposed'
  | 'scope_disputed'
  | 'split'
  | 'missing_knowledge'
  | 'too_few_answers'
  | 'evidence_missing'
  | 'confirm_together';

/** Places in the agenda; the last group is offered for joint confirmation in one step, each open to objection. */
const rankOf: Record<DiscussionReason, number> = {
  opposed: 1,
  scope_disputed: 1,
  split: 2,
  missing_knowledge: 3,
  too_few_answers: 3,
  evidence_missing: 4,
  confirm_together: 5,
};

/** An indicator as it enters the consensus meeting. */
export interface DiscussionItem {
  indicatorKey: string;
  distribution: Distribution;
  hasEvidence: boolean;
}

/** An indicator on the agenda: `rank` 1 is discussed first, `reasons` most urgent first. */
export interface DiscussionEntry {
  indicatorKey: string;
  rank: number;
  reasons: DiscussionReason[];
}

/**
 * The agenda of the consensus meeting; within one rank the order of the instrument stays. For the team, indicators with
 * fewer than three ratings share one reason, because their place in the agenda would tell the answers; use the team's
 * agenda on the projector, and the facilitator's only on the own screen.
 */
export function discussionOrder(scale: AnswerScale, items: DiscussionItem[], viewer: SpreadViewer): DiscussionEntry[] {
  return items
    .map((item) => entryOf(item.indicatorKey, reasonsOf(scale, item, viewer)))
    .sort((a, b) => a.rank - b.rank);
}

function entryOf(indicatorKey: string, reasons: DiscussionReason[]): DiscussionEntry {
  return { indicatorKey, rank: rankOf[reasons[0]], reasons };
}

function reasonsOf(scale: AnswerScale, item: DiscussionItem, viewer: SpreadViewer): DiscussionReason[] {
  const { distribution } = item;
  if (isHiddenFrom(distribution, viewer)) return ['too_few_answers'];
  const reasons: [DiscussionReason, boolean][] = [
    ['opposed', isOpposed(scale, distribution)],
    ['scope_disputed', distribution.n > 0 && distribution.notApplicable > 0],
    ['split', distribution.spread?.range === 2 && !isOpposed(scale, distribution)],
    ['missing_knowledge', isMissingKnowledge(distribution)],
    ['too_few_answers', hasNothingToConfirm(distribution)],
    ['evidence_missing', lacksEvidence(scale, item)],
  ];
  const found = reasons.filter(([, applies]) => applies).map(([reason]) => reason);
  return found.length > 0 ? found : ['confirm_together'];
}

/** Three steps apart, or both ends of a shorter scale; different levels at all where levels have no order. */
function isOpposed(scale: AnswerScale, { spread, levels }: Distribution): boolean {
  if (!scale.ordered) return levels.filter(({ count }) => count > 0).length > 1;
  return spread !== null && spread.range >= Math.min(3, scale.levels.length - 1);
}

function isMissingKnowledge(distribution: Distribution): boolean {
  return distribution.dontKnow > 0 && distribution.dontKnow * 2 >= answeredCount(distribution);
}

/** A single rating is no proposal, and neither is silence; only agreement on "not applicable" needs no rating. */
function hasNothingToConfirm({ n, dontKnow, notApplicable }: Distribution): boolean {
  return n === 1 || (n === 0 && (notApplicable === 0 || dontKnow > 0));
}

function lacksEvidence(scale: AnswerScale, { distribution, hasEvidence }: DiscussionItem): boolean {
  if (hasEvidence || !distribution.spread || scale.evidenceRequiredFrom === null) return false;
  return levelRank(scale, distribution.spread.startingPoint) >= levelRank(scale, scale.evidenceRequiredFrom);
}
