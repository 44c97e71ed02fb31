import { DONT_KNOW, NOT_APPLICABLE, type ScaleLevel } from '../scale';

/** Fewest answers that anyone but the facilitator may see, and fewest that may be shown as percentages. */
const FEW = 3;
const PERCENT = 5;

/** How a distribution may be shown with `n` answers (display rules for few respondents). */
export function displayOf(n: number, facilitator: boolean): 'hidden' | 'dots' | 'percent' {
  if (n < FEW) return facilitator && n > 0 ? 'dots' : 'hidden';
  return n < PERCENT ? 'dots' : 'percent';
}

/** Answers with a level, without knowledge and not applicable. */
export function countBy(scale: ScaleLevel[], counts: Record<string, number>) {
  return {
    rated: scale.reduce((sum, level) => sum + (counts[level.key] ?? 0), 0),
    missing: counts[DONT_KNOW] ?? 0,
    notApplicable: counts[NOT_APPLICABLE] ?? 0,
  };
}
