import type { Answer } from './answer';
import { type AnswerScale, isRating, levelRank } from './instrument-definition';
import { type LevelCount, type Spread, spreadOf } from './spread';

/** All answers to one indicator, counted. Raw: what of it may be shown to whom is decided in `display-rules`. */
export interface Distribution {
  /** Every level of the scale in its order, also those nobody chose. */
  levels: LevelCount[];
  /** Number of ratings: neither "don't know" nor "not applicable" nor open answers. */
  n: number;
  dontKnow: number;
  notApplicable: number;
  noAnswer: number;
  /** Ratings among ratings and "don't know" (0 to 1); null when there is neither. */
  coverage: number | null;
  /** Median, range and agreement; null below two ratings and on scales without an order. */
  spread: Spread | null;
}

/** Counts the answers to one indicator (ta-model 4.1: nothing is ever replaced by 0, 1 or a mean). */
export function distributionOf(scale: AnswerScale, answers: Answer[]): Distribution {
  const levels = scale.levels.map(({ key }) => ({ levelKey: key, count: countOf(answers, key) }));
  const n = levels.reduce((sum, { count }) => sum + count, 0);
  const dontKnow = countOf(answers, 'dont_know');
  return {
    levels,
    n,
    dontKnow,
    notApplicable: countOf(answers, 'not_applicable'),
    noAnswer: countOf(answers, null),
    coverage: coverageOf(n, dontKnow),
    spread: scale.ordered ? spreadOf(levels) : null,
  };
}

/** Ratings among ratings and "don't know" (0 to 1); null when there is neither (ta-model 4.1). */
export function coverageOf(ratings: number, dontKnow: number): number | null {
  return ratings + dontKnow === 0 ? null : ratings / (ratings + dontKnow);
}

/** How many respondents gave any answer, "don't know" and "not applicable" included. */
export function answeredCount(distribution: Distribution): number {
  return distribution.n + distribution.dontKnow + distribution.notApplicable;
}

/** The lower median of ratings: a level must be met in full. Null without a rating. */
export function lowerMedian(scale: AnswerScale, ratings: string[]): string | null {
  const ranks = ratings.map((rating) => levelRank(scale, rating)).sort((a, b) => a - b);
  return ranks.length === 0 ? null : scale.levels[ranks[Math.ceil(ranks.length / 2) - 1]].key;
}

/**
 * One answer for each organization, so that a large one does not outvote the others (ta-model 3.3): the lower median
 * of its ratings; without a rating "don't know" before "not applicable" before none.
 * Null on scales without an order, where an organization has no middle.
 */
export function oneAnswerPerOrganization(
  scale: AnswerScale,
  answers: { organizationId: string; answer: Answer }[],
): Answer[] | null {
  if (!scale.ordered) return null;
  const byOrganization = new Map<string, Answer[]>();
  for (const { organizationId, answer } of answers) {
    byOrganization.set(organizationId, [...(byOrganization.get(organizationId) ?? []), answer]);
  }
  return [...byOrganization.values()].map((given) => middleAnswer(scale, given));
}

function middleAnswer(scale: AnswerScale, given: Answer[]): Answer {
  const median = lowerMedian(
    scale,
    given.filter((answer) => isRating(scale, answer)),
  );
  return median ?? ['dont_know', 'not_applicable'].find((answer) => given.includes(answer)) ?? null;
}

function countOf(answers: Answer[], wanted: Answer): number {
  return answers.filter((answer) => answer === wanted).length;
}
