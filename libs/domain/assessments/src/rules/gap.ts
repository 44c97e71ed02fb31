import type { Consensus } from './consensus';
import { type AnswerScale, levelRank } from './instrument-definition';

/** Why there is no gap. */
export type NoGapReason = 'target_met' | 'not_applicable' | 'no_target';

/**
 * Distance from consensus to target in steps between levels. Unknown (never zero) while unresolved; `provisional` when
 * it counts from the lower end of a range because there is no consensus.
 */
export type Gap =
  | { state: 'open'; steps: number; provisional: boolean }
  | { state: 'none'; because: NoGapReason; provisional: boolean }
  | { state: 'unknown' };

/**
 * The gap of one indicator: max(0, target - consensus) (ta-model 3.5).
 * @param target key of the level aimed at; null when there is none, as on scales without an order.
 */
export function gapOf(scale: AnswerScale, target: string | null, consensus: Consensus): Gap {
  if (consensus.outcome === 'not_applicable') return { state: 'none', because: 'not_applicable', provisional: false };
  if (!scale.ordered || target === null) return { state: 'none', because: 'no_target', provisional: false };
  if (consensus.outcome === 'level') return between(scale, target, consensus.levelKey, false);
  if (consensus.outcome === 'unresolved' || consensus.range === null) return { state: 'unknown' };
  return between(scale, target, consensus.range.lowest, true);
}

function between(scale: AnswerScale, target: string, reached: string, provisional: boolean): Gap {
  const steps = levelRank(scale, target) - levelRank(scale, reached);
  return steps > 0 ? { state: 'open', steps, provisional } : { state: 'none', because: 'target_met', provisional };
}
