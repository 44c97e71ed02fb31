import type { DisplayedSpread, PercentagesDisplay } from '../rules/display-rules';
import type { SpreadResponse } from './consensus.response';

/** A displayed spread as the API writes it. Nothing is added to what the display rules let through. */
export function spreadView(shown: DisplayedSpread): SpreadResponse {
  if (shown.kind === 'too_few') return { display: 'too_few' };
  const { n, dontKnow, notApplicable, noAnswer } = shown;
  const levels = shown.kind === 'dots' ? shown.dots : shown.levels;
  const counts = Object.fromEntries(levels.map(({ levelKey, count }) => [levelKey, count]));
  const common = { n, dontKnow, notApplicable, noAnswer, counts };
  if (shown.kind === 'dots') return { display: 'dots', ...common, range: shown.range };
  return { display: 'percent', ...common, ...agreement(shown) };
}

function agreement({ levels, coverage, spread }: PercentagesDisplay): Partial<SpreadResponse> {
  const shares = Object.fromEntries(levels.map(({ levelKey, share }) => [levelKey, share]));
  if (!spread) return { shares, coverage, range: null };
  const { lowest, highest, range, median, meanAbsoluteDeviation, equalPairs, withinOneLevel } = spread;
  return {
    ...{ shares, coverage, meanAbsoluteDeviation, equalPairs, withinOne: withinOneLevel },
    range: { lowest, highest, steps: range },
    median: [...new Set([median.lower, median.upper])],
    withinGroupAgreement: spread.withinGroupAgreement?.value ?? null,
    moreSpreadThanChance: spread.withinGroupAgreement?.note === 'more_spread_than_chance',
  };
}
