import type { Answer } from './answer';
import type { AssessmentSettings } from './assessment-settings';
import { type AnswerScale, isRating, levelRank } from './instrument-definition';
import { alphaOf, type Coincidences, coincidences } from './krippendorff-alpha';
import type { RandomSource } from './random-source';

/** Krippendorff's customary reading: from 0.80 reliable, from 0.667 tentative, below: do not rely on single ratings. */
export type AlphaReading = 'reliable' | 'tentative' | 'not_reliable';

/** Agreement across the indicators of an element or assessment, as far as it may be shown. */
export type DisplayedAlpha =
  | { kind: 'not_shown'; because: 'unordered_scale' | 'too_few_raters' | 'too_few_indicators' }
  | { kind: 'not_computable' }
  | { kind: 'shown'; alpha: number; low: number; high: number; reading: AlphaReading };

/** The answers of all raters to one indicator; each rater stands at the same index in every indicator. */
export type AnswersByRater = Answer[];

/** Number of resamples for the interval; enough for two stable digits. */
const resamples = 1000;

/** Share of resamples inside the interval. */
const confidence = 0.95;

/**
 * Ordinal alpha with its bootstrap interval (indicators resampled), only where it is honest: from 5 raters and
 * 10 indicators on, "not computable" instead of 1 or 0 where it is undefined (ta-model 4.3). Never show it without the
 * distributions.
 * @param random seeded by the caller, so that the same answers always give the same interval.
 */
export function displayedAlpha(
  scale: AnswerScale,
  indicators: AnswersByRater[],
  settings: AssessmentSettings,
  random: RandomSource,
): DisplayedAlpha {
  if (!scale.ordered) return { kind: 'not_shown', because: 'unordered_scale' };
  const rated = indicators.map((answers) => answers.map((answer) => isRating(scale, answer)));
  const raters = new Set(rated.flatMap((flags) => flags.flatMap((flag, rater) => (flag ? [rater] : []))));
  if (raters.size < settings.alphaMinimumRaters) return { kind: 'not_shown', because: 'too_few_raters' };
  const tables = indicators.map((answers) => coincidences(ranksOf(scale, answers))).filter((table) => table.size > 0);
  if (tables.length < settings.alphaMinimumIndicators) return { kind: 'not_shown', because: 'too_few_indicators' };
  return withInterval(tables, random);
}

/** The ranks that were given to one indicator, without missing answers. */
export function ranksOf(scale: AnswerScale, answers: Answer[]): number[] {
  return answers.filter((answer) => isRating(scale, answer)).map((rating) => levelRank(scale, rating));
}

function withInterval(tables: Coincidences[], random: RandomSource): DisplayedAlpha {
  const alpha = alphaOf(tables);
  if (alpha === null) return { kind: 'not_computable' };
  return { kind: 'shown', alpha, ...bootstrapInterval(tables, alpha, random), reading: readingOf(alpha) };
}

/** Resamples without a defined alpha (all ratings equal) say nothing about its size and are left out. */
function bootstrapInterval(
  tables: Coincidences[],
  estimate: number,
  random: RandomSource,
): { low: number; high: number } {
  const values = [estimate];
  for (let round = 0; round < resamples; round++) {
    const alpha = alphaOf(tables.map(() => tables[Math.floor(random() * tables.length)]));
    if (alpha !== null) values.push(alpha);
  }
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))];
  return { low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) };
}

function readingOf(alpha: number): AlphaReading {
  if (alpha >= 0.8) return 'reliable';
  return alpha >= 0.667 ? 'tentative' : 'not_reliable';
}
