/** How often one level was answered. */
export interface LevelCount {
  levelKey: string;
  count: number;
}

/** Ratings from which on r_wg and percentages say anything (ta-model 4.3, 4.6). */
export const ratingsForStatistics = 5;

/** Agreement of the ratings with an even spread over the scale; a negative value is 0 and says so. */
export interface WithinGroupAgreement {
  value: number;
  note: 'more_spread_than_chance' | null;
}

/** Position and agreement of at least two ratings on an ordered scale. Distances count steps between levels. */
export interface Spread {
  /** The median level, or the two levels it falls between. */
  median: { lower: string; upper: string };
  /** Proposed start of the consensus talk: the lower median. Never written as a result. */
  startingPoint: string;
  /** Lowest and highest level that was answered. */
  lowest: string;
  highest: string;
  /** Steps from the lowest to the highest level: 0 identical, 1 close, 2 split, 3 opposed. */
  range: number;
  /** Mean distance of the ratings from their median, in steps. */
  meanAbsoluteDeviation: number;
  /** Share of pairs of raters with the same level (0 to 1). */
  equalPairs: number;
  /** Share of pairs of raters who differ by at most one level (0 to 1). */
  withinOneLevel: number;
  /** r_wg; null below five ratings. */
  withinGroupAgreement: WithinGroupAgreement | null;
}

/** Describes the ratings of one indicator; null below two ratings, where nothing can be spread (ta-model 4.3, 4.4). */
export function spreadOf(levels: LevelCount[]): Spread | null {
  const ranks = levels.flatMap(({ count }, rank) => Array<number>(count).fill(rank));
  if (ranks.length < 2) return null;
  const lower = ranks[Math.ceil(ranks.length / 2) - 1];
  const upper = ranks[Math.floor(ranks.length / 2)];
  const [lowest, highest] = [ranks[0], ranks[ranks.length - 1]];
  return {
    median: { lower: levels[lower].levelKey, upper: levels[upper].levelKey },
    startingPoint: levels[lower].levelKey,
    lowest: levels[lowest].levelKey,
    highest: levels[highest].levelKey,
    range: highest - lowest,
    // Every point between two middle values gives the same mean deviation, so the lower one serves.
    meanAbsoluteDeviation: mean(ranks.map((rank) => Math.abs(rank - lower))),
    equalPairs: shareOfPairs(levels, 0),
    withinOneLevel: shareOfPairs(levels, 1),
    withinGroupAgreement: ranks.length < ratingsForStatistics ? null : withinGroupAgreement(ranks, levels.length),
  };
}

/** Share of unordered pairs of ratings that lie at most `steps` apart, from the counts by level. */
function shareOfPairs(levels: LevelCount[], steps: number): number {
  const n = levels.reduce((sum, { count }) => sum + count, 0);
  let pairs = 0;
  levels.forEach(({ count }, rank) => {
    pairs += (count * (count - 1)) / 2;
    for (let other = rank + 1; other <= rank + steps && other < levels.length; other++)
      pairs += count * levels[other].count;
  });
  return pairs / ((n * (n - 1)) / 2);
}

/** r_wg = 1 - s² / variance of even answers, which is (A² - 1) / 12 on A levels: 1.25 on four (ta-model 4.3). */
function withinGroupAgreement(ranks: number[], levelCount: number): WithinGroupAgreement {
  const average = mean(ranks);
  const variance = ranks.reduce((sum, rank) => sum + (rank - average) ** 2, 0) / (ranks.length - 1);
  const value = 1 - variance / ((levelCount ** 2 - 1) / 12);
  return value < 0 ? { value: 0, note: 'more_spread_than_chance' } : { value, note: null };
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
