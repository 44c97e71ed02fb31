import type { ElementRollUp } from './roll-up';
import type { LevelCount } from './spread';

/** One element of one assessment in the heat map or on the radar; always shown with n and coverage beside it. */
export interface HeatMapCell {
  elementKey: string;
  /** Lower median of the consensus levels; null without one, or when only the distribution says something. */
  levelKey: string | null;
  levels: LevelCount[];
  n: number;
  coverage: number | null;
  isCoverageLow: boolean;
}

/** The cell of an element: the lower median level apart from n and coverage; never a mean (ta-model 4.2). */
export function heatMapCell({ elementKey, median, levels, n, coverage, isCoverageLow }: ElementRollUp): HeatMapCell {
  return { elementKey, levelKey: median, levels, n, coverage, isCoverageLow };
}
