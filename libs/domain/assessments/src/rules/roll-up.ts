import type { AssessmentSettings } from './assessment-settings';
import type { Consensus } from './consensus';
import { coverageOf, lowerMedian } from './distribution';
import { type AnswerScale, type InstrumentDefinition, levelRank } from './instrument-definition';
import type { LevelCount } from './spread';

/** The result of one indicator in scope, with what its individual answers say about knowledge. */
export interface IndicatorResult {
  indicatorKey: string;
  consensus: Consensus;
  /** Key of the level aimed at; null where there is none. */
  target: string | null;
  /** Number of individual ratings. */
  ratings: number;
  /** Number of individual "don't know". */
  dontKnow: number;
}

/** Why a mean is not shown. */
export type MeanHidden = 'unordered_scale' | 'no_ratings' | 'coverage_unknown' | 'coverage_below_minimum';

/**
 * What may be said about several indicators (ta-model 4.2). Nothing is ever replaced by 0, 1 or a mean: indicators
 * without a level stand beside the distribution. There is no total for an assessment.
 */
export interface RollUp {
  /** Consensus levels, every level of the scale in its order. */
  levels: LevelCount[];
  /** Number of indicators with a consensus level. */
  n: number;
  noConsensus: number;
  notApplicable: number;
  unresolved: number;
  /** Lower median of the consensus levels; null without one or without an order. */
  median: string | null;
  /** Lowest consensus level; null without one or without an order. */
  lowest: string | null;
  /** Indicators at or above their target among those with a level and a target; null when there are none. */
  atTarget: { count: number; of: number; share: number } | null;
  /** Individual ratings among ratings and "don't know" (0 to 1); null when there is neither. */
  coverage: number | null;
  /** Whether coverage is known and below the minimum: show the list of indicators rather than one value. */
  isCoverageLow: boolean;
  /** Mean position on the scale (first level 1) to one decimal; only beside n and coverage, never as the headline. */
  mean: number | null;
  meanHidden: MeanHidden | null;
}

/** The roll-up of a strategy: its indicators count equally. */
export interface StrategyRollUp extends RollUp {
  strategyKey: string;
}

/** The roll-up of an element; in its mean the strategies count equally, whatever their number of indicators. */
export interface ElementRollUp extends RollUp {
  elementKey: string;
  strategies: StrategyRollUp[];
}

/** Rolls the results in scope up to strategies and elements; those without an indicator in scope are left out. */
export function rollUp(
  instrument: InstrumentDefinition,
  results: IndicatorResult[],
  settings: AssessmentSettings,
): ElementRollUp[] {
  const byKey = new Map(results.map((result) => [result.indicatorKey, result]));
  return instrument.elements.flatMap(({ key, strategies }) => {
    const groups = strategies.map((strategy) => ({
      strategyKey: strategy.key,
      results: strategy.indicators.flatMap((indicator) => byKey.get(indicator.key) ?? []),
    }));
    const inScope = groups.filter((group) => group.results.length > 0);
    if (inScope.length === 0) return [];
    const { scale } = instrument;
    const rolledStrategies = inScope.map(({ strategyKey, results: own }) => ({
      strategyKey,
      ...summarize(scale, [own], settings),
    }));
    const whole = summarize(
      scale,
      inScope.map((group) => group.results),
      settings,
    );
    return [{ elementKey: key, strategies: rolledStrategies, ...whole }];
  });
}

/** Summarizes groups of results (the strategies of an element, or one strategy alone). */
function summarize(scale: AnswerScale, groups: IndicatorResult[][], settings: AssessmentSettings): RollUp {
  const results = groups.flat();
  const reached = results.flatMap(levelOf);
  const coverage = coverageOf(sum(results, 'ratings'), sum(results, 'dontKnow'));
  const isCoverageLow = coverage !== null && coverage < settings.minimumCoverage;
  const meanHidden = whyHidden(scale, reached.length, coverage, isCoverageLow);
  return {
    levels: scale.levels.map(({ key }) => ({ levelKey: key, count: reached.filter((level) => level === key).length })),
    n: reached.length,
    noConsensus: countOf(results, 'no_consensus'),
    notApplicable: countOf(results, 'not_applicable'),
    unresolved: countOf(results, 'unresolved'),
    median: scale.ordered ? lowerMedian(scale, reached) : null,
    lowest: scale.ordered ? lowestOf(scale, reached) : null,
    atTarget: atTarget(scale, results),
    coverage,
    isCoverageLow,
    mean: meanHidden ? null : equallyWeightedMean(scale, groups),
    meanHidden,
  };
}

function whyHidden(scale: AnswerScale, n: number, coverage: number | null, isCoverageLow: boolean): MeanHidden | null {
  if (!scale.ordered) return 'unordered_scale';
  if (n === 0) return 'no_ratings';
  if (coverage === null) return 'coverage_unknown';
  return isCoverageLow ? 'coverage_below_minimum' : null;
}

/** Mean of the means of the groups, so that a group with many indicators does not dominate; to one decimal. */
function equallyWeightedMean(scale: AnswerScale, groups: IndicatorResult[][]): number {
  const means = groups
    .map((group) => group.flatMap(levelOf).map((level) => levelRank(scale, level) + 1))
    .filter((positions) => positions.length > 0)
    .map(average);
  return Math.round(average(means) * 10) / 10;
}

function atTarget(scale: AnswerScale, results: IndicatorResult[]): RollUp['atTarget'] {
  if (!scale.ordered) return null;
  const aimed = results.flatMap(({ consensus, target }) =>
    consensus.outcome === 'level' && target !== null ? [{ reached: consensus.levelKey, target }] : [],
  );
  if (aimed.length === 0) return null;
  const count = aimed.filter(({ reached, target }) => levelRank(scale, reached) >= levelRank(scale, target)).length;
  return { count, of: aimed.length, share: count / aimed.length };
}

function lowestOf(scale: AnswerScale, reached: string[]): string | null {
  return scale.levels.find(({ key }) => reached.includes(key))?.key ?? null;
}

function levelOf({ consensus }: IndicatorResult): string[] {
  return consensus.outcome === 'level' ? [consensus.levelKey] : [];
}

function countOf(results: IndicatorResult[], outcome: Consensus['outcome']): number {
  return results.filter(({ consensus }) => consensus.outcome === outcome).length;
}

function sum(results: IndicatorResult[], field: 'ratings' | 'dontKnow'): number {
  return results.reduce((total, result) => total + result[field], 0);
}

function average(values: number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
