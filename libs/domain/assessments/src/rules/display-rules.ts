import type { Distribution } from './distribution';
import { type LevelCount, ratingsForStatistics, type Spread } from './spread';

/**
 * Who looks: the facilitator on the own screen, or anyone else (team, coach, projector, exports).
 * The difference stays the same whether an assessment is named or anonymous.
 */
export type SpreadViewer = 'facilitator' | 'team';

/** Fewest ratings whose spread the team may see. Fixed: no setting loosens it (ta-model 4.6). */
export const fewestRatingsShown = 3;

/** Answers beside the ratings, as numbers of respondents. */
interface OtherAnswers {
  dontKnow: number;
  notApplicable: number;
  noAnswer: number;
}

/** Three or four ratings (fewer for the facilitator): single dots and their range, no percentages and no statistics. */
export interface DotsDisplay extends OtherAnswers {
  kind: 'dots';
  n: number;
  dots: LevelCount[];
  /** Null below two ratings and on scales without an order. */
  range: { lowest: string; highest: string; steps: number } | null;
  /** Proposal for the consensus talk; null below two ratings and on scales without an order. */
  startingPoint: string | null;
}

/** Five ratings or more: percentages with n, and the agreement. */
export interface PercentagesDisplay extends OtherAnswers {
  kind: 'percentages';
  n: number;
  /** `share` among the ratings, 0 to 1. */
  levels: (LevelCount & { share: number })[];
  coverage: number | null;
  spread: Spread | null;
}

/** What one viewer may see of the answers to one indicator. `too_few` carries nothing that could be counted back. */
export type DisplayedSpread = { kind: 'too_few' } | DotsDisplay | PercentagesDisplay;

/**
 * Cuts a raw distribution down to what the viewer may see (ta-model 4.6): fewer than three ratings are shown to no one
 * but the facilitator, three or four as dots, five or more with percentages.
 */
export function displayedSpread(distribution: Distribution, viewer: SpreadViewer): DisplayedSpread {
  if (isHiddenFrom(distribution, viewer)) return { kind: 'too_few' };
  return distribution.n < ratingsForStatistics ? dots(distribution) : percentages(distribution);
}

/** Whether the viewer may learn nothing about these ratings, neither their spread nor anything derived from it. */
export function isHiddenFrom(distribution: Distribution, viewer: SpreadViewer): boolean {
  return viewer === 'team' && distribution.n < fewestRatingsShown;
}

function dots(distribution: Distribution): DotsDisplay {
  const { spread } = distribution;
  return {
    kind: 'dots',
    n: distribution.n,
    dots: distribution.levels,
    range: spread && { lowest: spread.lowest, highest: spread.highest, steps: spread.range },
    startingPoint: spread?.startingPoint ?? null,
    ...others(distribution),
  };
}

function percentages(distribution: Distribution): PercentagesDisplay {
  return {
    kind: 'percentages',
    n: distribution.n,
    levels: distribution.levels.map((level) => ({ ...level, share: level.count / distribution.n })),
    coverage: distribution.coverage,
    spread: distribution.spread,
    ...others(distribution),
  };
}

function others({ dontKnow, notApplicable, noAnswer }: Distribution): OtherAnswers {
  return { dontKnow, notApplicable, noAnswer };
}
