import fc from 'fast-check';
import { defaultAssessmentSettings as settings } from './assessment-settings';
import type { Consensus } from './consensus';
import { heatMapCell } from './heat-map';
import { indicatorsOf, type InstrumentDefinition, levelRank } from './instrument-definition';
import { type IndicatorResult, rollUp } from './roll-up';
import { scaleOf, sixKeyElements } from './rules.fixtures';

/** An instrument whose elements have strategies with the given numbers of indicators, on a plain scale. */
function instrumentOf(elements: number[][], scale = scaleOf(4)): InstrumentDefinition {
  const model = indicatorsOf(sixKeyElements)[0];
  return {
    ...sixKeyElements,
    scale,
    elements: elements.map((strategies, e) => ({
      ...sixKeyElements.elements[0],
      key: `e${e}`,
      strategies: strategies.map((count, s) => ({
        key: `e${e}s${s}`,
        code: '',
        title: '',
        indicators: Array.from({ length: count }, (_, i) => ({ ...model, key: `e${e}s${s}i${i}` })),
      })),
    })),
  };
}

/** A result printed as 1-4, `C` no consensus, `N` not applicable, `U` unresolved; three raters who all knew. */
function result(indicatorKey: string, printed: string, changes: Partial<IndicatorResult> = {}): IndicatorResult {
  const others: Record<string, Consensus> = {
    C: { outcome: 'no_consensus', range: { lowest: 'level_1', highest: 'level_3' } },
    N: { outcome: 'not_applicable' },
    U: { outcome: 'unresolved' },
  };
  const consensus = others[printed] ?? { outcome: 'level', levelKey: `level_${printed}` };
  return { indicatorKey, consensus, target: 'level_3', ratings: 3, dontKnow: 0, ...changes };
}

/** The results of one strategy, printed one after another. */
const strategyResults = (key: string, printed: string, changes: Partial<IndicatorResult> = {}) =>
  printed.split(' ').map((one, index) => result(`${key}i${index}`, one, changes));

describe('the roll-up to strategies and elements', () => {
  const instrument = instrumentOf([[4, 1]]);

  it('gives the distribution, median, lowest level and share at target, with n and coverage', () => {
    const results = [...strategyResults('e0s0', '2 3 4 3'), result('e0s1i0', '1', { dontKnow: 3 })];
    const [element] = rollUp(instrument, results, settings);
    expect(element).toMatchObject({
      elementKey: 'e0',
      levels: [1, 1, 2, 1].map((count, index) => ({ levelKey: `level_${index + 1}`, count })),
      n: 5,
      median: 'level_3',
      lowest: 'level_1',
      atTarget: { count: 3, of: 5, share: 0.6 },
      coverage: 15 / 18,
      isCoverageLow: false,
    });
    expect(element.strategies.map(({ strategyKey, n, median }) => [strategyKey, n, median])).toEqual([
      ['e0s0', 4, 'level_3'],
      ['e0s1', 1, 'level_1'],
    ]);
  });

  it('weighs strategies equally in the mean of an element, so that one with many indicators does not dominate', () => {
    const [element] = rollUp(instrument, [...strategyResults('e0s0', '4 4 4 4'), result('e0s1i0', '1')], settings);
    expect(element.mean).toBe(2.5);
    expect(element.strategies.map(({ mean }) => mean)).toEqual([4, 1]);
  });

  it('gives means to one decimal', () => {
    const [element] = rollUp(instrumentOf([[3]]), strategyResults('e0s0', '1 2 2'), settings);
    expect(element.mean).toBe(1.7);
  });

  it('leaves a strategy without a level out of the mean instead of counting it as zero', () => {
    const [element] = rollUp(instrument, [...strategyResults('e0s0', '4 4 4 4'), result('e0s1i0', 'N')], settings);
    expect(element.mean).toBe(4);
    expect(element.strategies[1]).toMatchObject({
      n: 0,
      median: null,
      lowest: null,
      atTarget: null,
      mean: null,
      meanHidden: 'no_ratings',
    });
  });

  it('counts no consensus, not applicable and unresolved beside the levels and never as one', () => {
    const [element] = rollUp(instrument, strategyResults('e0s0', '2 C N U'), settings);
    expect(element).toMatchObject({
      n: 1,
      noConsensus: 1,
      notApplicable: 1,
      unresolved: 1,
      median: 'level_2',
      mean: 2,
    });
    expect(element.atTarget).toEqual({ count: 0, of: 1, share: 0 });
  });

  it('shows no mean below the minimum coverage, but the distribution', () => {
    const unknown = strategyResults('e0s0', '3 3 3 3', { ratings: 2, dontKnow: 3 });
    const [element] = rollUp(instrument, unknown, settings);
    expect(element).toMatchObject({
      n: 4,
      coverage: 0.4,
      isCoverageLow: true,
      mean: null,
      meanHidden: 'coverage_below_minimum',
    });
    expect(rollUp(instrument, unknown, { ...settings, minimumCoverage: 0.4 })[0].mean).toBe(3);
  });

  it('shows the mean at exactly half coverage, and none when nobody answered alone', () => {
    const half = strategyResults('e0s0', '3', { ratings: 2, dontKnow: 2 });
    expect(rollUp(instrument, half, settings)[0].mean).toBe(3);
    const nobody = strategyResults('e0s0', '3', { ratings: 0, dontKnow: 0 });
    expect(rollUp(instrument, nobody, settings)[0]).toMatchObject({
      coverage: null,
      mean: null,
      meanHidden: 'coverage_unknown',
    });
  });

  it('leaves out elements and strategies that are not in scope', () => {
    const rolled = rollUp(instrumentOf([[1, 1], [2]]), [result('e0s1i0', '2')], settings);
    expect(
      rolled.map(({ elementKey, strategies }) => [elementKey, strategies.map(({ strategyKey }) => strategyKey)]),
    ).toEqual([['e0', ['e0s1']]]);
  });

  it('compares each indicator with its own target', () => {
    const results = [result('e0s0i0', '3', { target: 'level_4' }), result('e0s0i1', '2', { target: 'level_2' })];
    expect(rollUp(instrument, results, settings)[0].atTarget).toEqual({ count: 1, of: 2, share: 0.5 });
  });

  it('has distributions only where levels have no order', () => {
    const unordered = instrumentOf([[3]], scaleOf(3, false));
    const results = strategyResults('e0s0', '1 3 3', { target: null });
    expect(rollUp(unordered, results, settings)[0]).toMatchObject({
      n: 3,
      levels: [1, 0, 2].map((count, index) => ({ levelKey: `level_${index + 1}`, count })),
      median: null,
      lowest: null,
      atTarget: null,
      mean: null,
      meanHidden: 'unordered_scale',
    });
  });

  it('counts every result once, with the median between lowest and highest, whatever the results', () => {
    const anyElement = fc.array(
      fc.array(fc.constantFrom('1', '2', '3', '4', 'C', 'N', 'U'), { minLength: 1, maxLength: 8 }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(anyElement, (printed) => {
        const whole = instrumentOf([printed.map(({ length }) => length)]);
        const results = printed.flatMap((own, s) => strategyResults(`e0s${s}`, own.join(' ')));
        const [element] = rollUp(whole, results, settings);
        expect(element.n + element.noConsensus + element.notApplicable + element.unresolved).toBe(results.length);
        if (element.median === null || element.lowest === null) return expect(element.n).toBe(0);
        expect(levelRank(whole.scale, element.median)).toBeGreaterThanOrEqual(levelRank(whole.scale, element.lowest));
        expect(element.mean).toBeGreaterThanOrEqual(levelRank(whole.scale, element.lowest) + 1);
        expect(element.mean).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('a cell of the heat map', () => {
  it('is the lower median level with n and coverage beside it, never a mean', () => {
    const [element] = rollUp(instrumentOf([[2]]), strategyResults('e0s0', '2 3', { dontKnow: 4 }), settings);
    expect(heatMapCell(element)).toEqual({
      elementKey: 'e0',
      levelKey: 'level_2',
      levels: element.levels,
      n: 2,
      coverage: 6 / 14,
      isCoverageLow: true,
    });
  });

  it('is empty, not zero, when nothing was agreed', () => {
    const [element] = rollUp(instrumentOf([[1]]), strategyResults('e0s0', 'U'), settings);
    expect(heatMapCell(element)).toMatchObject({ levelKey: null, n: 0 });
  });

  it('exists for each of the six key elements of a whole assessment', () => {
    const results = indicatorsOf(sixKeyElements).map(({ key }) => ({
      ...result(key, 'N'),
      consensus: { outcome: 'level' as const, levelKey: 'planning' },
      target: 'implementing',
    }));
    const cells = rollUp(sixKeyElements, results, settings).map(heatMapCell);
    expect(cells.map(({ levelKey }) => levelKey)).toEqual(Array(6).fill('planning'));
    expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(90);
  });
});
