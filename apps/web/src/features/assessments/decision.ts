import type { ConsensusItem, ConsensusRating } from '../../api/readiness';
import type { FieldProblem } from '../../api/problem';
import type { ScaleLevel } from '../../components/scale';

/** What the team is about to record for one indicator; nothing is chosen at first. */
export interface Decision {
  outcome: ConsensusRating['outcome'] | null;
  level: string | null;
  low: string | null;
  high: string | null;
  rationale: string;
  outsideReason: string;
  /** Why it is changed after the meeting. */
  reason: string;
  dissent: { organizationId: string; text: string }[];
  ownerPersonId: string | null;
  dueOn: string | null;
}

const NOTHING: Decision = {
  outcome: null,
  level: null,
  low: null,
  high: null,
  rationale: '',
  outsideReason: '',
  reason: '',
  dissent: [],
  ownerPersonId: null,
  dueOn: null,
};

/** The decision as it is recorded, else nothing: the starting point is never chosen for the team. */
export function decisionOf({ rating }: ConsensusItem): Decision {
  if (!rating) return NOTHING;
  const { outcome, level, low, high, rationale, outsideReason, dissent, ownerPersonId, dueOn } = rating;
  return {
    ...{ outcome, level, low, high, rationale, ownerPersonId, dueOn },
    outsideReason: outsideReason ?? '',
    reason: rating.reason ?? '',
    dissent: dissent.map(({ organizationId, text }) => ({ organizationId, text })),
  };
}

/** Chooses an outcome; without consensus the range starts as that of the answers, where it may be seen. */
export function choose(decision: Decision, outcome: Decision['outcome'], item: ConsensusItem): Decision {
  if (outcome !== 'no_consensus') return { ...decision, outcome, level: outcome === 'level' ? decision.level : null };
  const { range } = item.spread;
  return {
    ...decision,
    outcome,
    level: null,
    low: decision.low ?? range?.lowest ?? null,
    high: decision.high ?? range?.highest ?? null,
  };
}

/** The decision as the API takes it; what its outcome does not need is left out. */
export function bodyOf(decision: Decision) {
  const { outcome, level, low, high, ownerPersonId, dueOn } = decision;
  const text = (value: string) => value.trim() || null;
  return {
    outcome: outcome ?? ('unresolved' as const),
    ...(outcome === 'level' && { level, outsideReason: text(decision.outsideReason) }),
    ...(outcome === 'no_consensus' && { low, high }),
    ...(outcome === 'unresolved' && { ownerPersonId, dueOn }),
    rationale: text(decision.rationale),
    reason: text(decision.reason),
    dissent: decision.dissent
      .filter(({ organizationId, text: view }) => organizationId && view.trim())
      .map(({ organizationId, text: view }) => ({ organizationId, text: view.trim(), organizationAgrees: true })),
  };
}

/** Whether the level lies outside the answers the viewer may see. */
export function isOutside(scale: ScaleLevel[], { spread }: ConsensusItem, level: string | null): boolean {
  if (!level || !spread.range) return false;
  const at = (key: string) => scale.findIndex((item) => item.key === key);
  return at(level) < at(spread.range.lowest) || at(level) > at(spread.range.highest);
}

/** Refusals by field of the form; `dissent[0].text` belongs to `dissent`. */
export const errorsByField = (
  errors: FieldProblem[],
  words: (refusal: FieldProblem) => string,
): Record<string, string> =>
  Object.fromEntries(errors.map((refusal) => [refusal.path.replace(/[[.].*$/, ''), words(refusal)]));
