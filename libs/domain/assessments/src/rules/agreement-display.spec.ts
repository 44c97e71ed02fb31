import fc from 'fast-check';
import { displayedAlpha } from './agreement-display';
import { defaultAssessmentSettings } from './assessment-settings';
import { seededRandom } from './random-source';
import { answers, fourLevels, scaleOf } from './rules.fixtures';

const settings = defaultAssessmentSettings;
const show = (printed: string[], scale = fourLevels) =>
  displayedAlpha(
    scale,
    printed.map((row) => answers(row, scale)),
    settings,
    seededRandom('assessment'),
  );
const times = (count: number, ...rows: string[]) =>
  Array.from({ length: count }, (_, index) => rows[index % rows.length]);

describe('alpha on screen', () => {
  it('is not shown for the worked example, which is a test value for code only', () => {
    expect(show(['3 3 2 3 3 4', '2 1 2 D 2 2', '1 4 2 D 3 1', '2 2 2 2 2 2', 'N D D 1 N D'])).toEqual({
      kind: 'not_shown',
      because: 'too_few_indicators',
    });
  });

  it('is shown from 5 raters and 10 indicators on', () => {
    const agreeing = ['1 1 1 1 1', '3 3 3 3 3', '4 4 4 4 3'];
    expect(show(times(10, ...agreeing)).kind).toBe('shown');
    expect(show(times(9, ...agreeing))).toEqual({ kind: 'not_shown', because: 'too_few_indicators' });
    expect(show(times(10, '1 1 1 1 D', '3 3 3 3 .'))).toEqual({ kind: 'not_shown', because: 'too_few_raters' });
  });

  it('does not count indicators with a single rating', () => {
    expect(show([...times(9, '1 1 1 1 1', '2 2 2 2 2'), '3 D D D D'])).toEqual({
      kind: 'not_shown',
      because: 'too_few_indicators',
    });
  });

  it('is "not computable", neither 1 nor 0, when all ratings are equal', () => {
    expect(show(times(12, '3 3 3 3 3'))).toEqual({ kind: 'not_computable' });
  });

  it('is not shown on a scale without an order', () => {
    const unordered = scaleOf(4, false);
    expect(show(times(12, '1 2 3 4 1'), unordered)).toEqual({ kind: 'not_shown', because: 'unordered_scale' });
  });

  it('comes with an interval around it that is the same for the same seed', () => {
    const mixed = times(15, '1 2 1 2 1', '3 3 4 3 3', '2 2 3 2 D', '4 4 4 3 4', '1 1 2 1 1');
    const shown = show(mixed);
    if (shown.kind !== 'shown') throw new Error('alpha must be shown here');
    expect(shown.low).toBeLessThan(shown.alpha);
    expect(shown.high).toBeGreaterThan(shown.alpha);
    expect(shown.high).toBeLessThanOrEqual(1);
    expect(show(mixed)).toEqual(shown);
  });

  it('lies inside its interval and both below 1, whatever the answers', () => {
    const anyRow = fc.array(fc.constantFrom('1', '2', '3', '3', '3', '3', '4', 'D'), { minLength: 5, maxLength: 7 });
    const anyRows = fc.array(anyRow, { minLength: 10, maxLength: 14 });
    fc.assert(
      fc.property(anyRows, (rows) => {
        const shown = show(rows.map((row) => row.join(' ')));
        if (shown.kind !== 'shown') return;
        expect(shown.low).toBeLessThanOrEqual(shown.alpha);
        expect(shown.high).toBeGreaterThanOrEqual(shown.alpha);
        expect(shown.high).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('is read by the customary limits', () => {
    const reading = (...rows: string[]) => {
      const shown = show(times(12, ...rows));
      return shown.kind === 'shown' && [shown.reading, shown.alpha];
    };
    expect(reading('1 1 1 1 1', '4 4 4 4 4')).toEqual(['reliable', 1]);
    expect(reading('1 2 1 2 3', '4 3 4 4 3', '2 2 1 2 2', '3 3 4 3 3')).toEqual(['tentative', expect.closeTo(0.7, 1)]);
    expect(reading('1 4 2 3 1')).toEqual(['not_reliable', expect.any(Number)]);
  });
});

describe('the seeded source of random numbers', () => {
  it('repeats for the same seed, differs for another and stays between 0 and 1', () => {
    const draw = (seed: string) => Array.from({ length: 200 }, seededRandom(seed));
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('a').every((number) => number >= 0 && number < 1)).toBe(true);
    expect(draw('a').reduce((sum, number) => sum + number, 0) / 200).toBeCloseTo(0.5, 1);
  });
});
