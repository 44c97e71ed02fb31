import fc from 'fast-check';
import { answeredCount, distributionOf, lowerMedian, oneAnswerPerOrganization } from './distribution';
import { isRating, levelRank } from './instrument-definition';
import { answers, fourLevels, scaleOf } from './rules.fixtures';

const of = (printed: string) => distributionOf(fourLevels, answers(printed));
const level = (value: number) => fourLevels.levels[value - 1].key;

describe('the worked example of the technical assistance model', () => {
  it.each([
    // indicator, answers, n, D, N, median = starting point, range, MAD, equal pairs
    ['1.1.1', '3 3 2 3 3 4', 6, 0, 0, 3, 2, 0.33, 0.4],
    ['1.3.2', '2 1 2 D 2 2', 5, 1, 0, 2, 1, 0.2, 0.6],
    ['2.2.4', '1 4 2 D 3 1', 5, 1, 0, 2, 3, 1.0, 0.1],
    ['3.4.3', '2 2 2 2 2 2', 6, 0, 0, 2, 0, 0.0, 1.0],
  ])(
    'describes %s (%s) as printed',
    (_code, printed, n, dontKnow, notApplicable, median, range, deviation, equalPairs) => {
      const distribution = of(printed);
      expect(distribution).toMatchObject({ n, dontKnow, notApplicable, noAnswer: 0 });
      expect(distribution.spread).toMatchObject({ startingPoint: level(median), range });
      expect(distribution.spread?.median).toEqual({ lower: level(median), upper: level(median) });
      expect(distribution.spread?.meanAbsoluteDeviation).toBeCloseTo(deviation, 2);
      expect(distribution.spread?.equalPairs).toBeCloseTo(equalPairs, 10);
    },
  );

  it('describes 6.6.1 (N D D 1 N D) as one rating without a median', () => {
    expect(of('N D D 1 N D')).toMatchObject({ n: 1, dontKnow: 3, notApplicable: 2, coverage: 0.25, spread: null });
  });
});

describe('the distribution of the answers to one indicator', () => {
  it('counts each level in the order of the scale and keeps open answers apart', () => {
    const distribution = of('4 1 4 . . D');
    expect(distribution.levels).toEqual([
      { levelKey: 'exploring', count: 1 },
      { levelKey: 'planning', count: 0 },
      { levelKey: 'implementing', count: 0 },
      { levelKey: 'sustaining', count: 2 },
    ]);
    expect(distribution).toMatchObject({ n: 3, noAnswer: 2, coverage: 0.75 });
    expect(answeredCount(distribution)).toBe(4);
  });

  it('has no coverage when nobody rated or said "don\'t know"', () => {
    expect(of('N N .').coverage).toBeNull();
  });

  it('starts from the lower of two middle levels, because a level must be met in full', () => {
    expect(of('2 3').spread).toMatchObject({
      startingPoint: 'planning',
      median: { lower: 'planning', upper: 'implementing' },
    });
    expect(of('2 3').spread?.meanAbsoluteDeviation).toBe(0.5);
  });

  it('counts pairs that differ by at most one level', () => {
    expect(of('1 2 3 4').spread?.withinOneLevel).toBeCloseTo(0.5, 10);
    expect(of('3 3 2 3 3 4').spread?.withinOneLevel).toBeCloseTo(14 / 15, 10);
  });

  it('gives r_wg from five ratings on', () => {
    expect(of('2 2 2 3').spread?.withinGroupAgreement).toBeNull();
    expect(of('2 2 2 2 2').spread?.withinGroupAgreement).toEqual({ value: 1, note: null });
    expect(of('2 1 2 2 2').spread?.withinGroupAgreement?.value).toBeCloseTo(1 - 0.2 / 1.25, 10);
  });

  it('shows r_wg as 0 with a note when the answers are more spread than chance', () => {
    expect(of('1 1 4 4 1 4').spread?.withinGroupAgreement).toEqual({ value: 0, note: 'more_spread_than_chance' });
  });

  it('measures r_wg against the number of levels of the scale', () => {
    const five = scaleOf(5);
    const spread = distributionOf(five, answers('2 1 2 2 2', five)).spread;
    expect(spread?.withinGroupAgreement?.value).toBeCloseTo(1 - 0.2 / 2, 10);
  });

  it('has counts and coverage but no spread on a scale without an order', () => {
    const unordered = scaleOf(3, false);
    expect(distributionOf(unordered, answers('1 3 3 D', unordered))).toMatchObject({
      n: 3,
      coverage: 0.75,
      spread: null,
    });
  });
});

describe('any answers', () => {
  const anyScale = fc.integer({ min: 2, max: 7 }).map((count) => scaleOf(count));
  const anyAnswers = anyScale.chain((scale) =>
    fc.tuple(
      fc.constant(scale),
      fc.array(fc.constantFrom(...scale.levels.map(({ key }) => key), 'dont_know', 'not_applicable', null), {
        maxLength: 40,
      }),
    ),
  );

  it('lose nobody: levels, other answers and open ones add up', () => {
    fc.assert(
      fc.property(anyAnswers, ([scale, given]) => {
        const distribution = distributionOf(scale, given);
        expect(answeredCount(distribution) + distribution.noAnswer).toBe(given.length);
        expect(distribution.levels.reduce((sum, { count }) => sum + count, 0)).toBe(distribution.n);
      }),
    );
  });

  it('have their median within their range, and half of them at or above the starting point', () => {
    fc.assert(
      fc.property(anyAnswers, ([scale, given]) => {
        const { spread, n } = distributionOf(scale, given);
        if (!spread) return expect(n).toBeLessThan(2);
        const rank = (key: string) => levelRank(scale, key);
        const ratings = given.filter((answer) => isRating(scale, answer));
        expect(rank(spread.startingPoint)).toBeGreaterThanOrEqual(rank(spread.lowest));
        expect(rank(spread.median.upper)).toBeLessThanOrEqual(rank(spread.highest));
        expect(
          ratings.filter((rating) => rank(rating) >= rank(spread.startingPoint)).length * 2,
        ).toBeGreaterThanOrEqual(n);
        expect(lowerMedian(scale, ratings)).toBe(spread.startingPoint);
      }),
    );
  });

  it('have shares between 0 and 1, and more pairs within one level than equal ones', () => {
    fc.assert(
      fc.property(anyAnswers, ([scale, given]) => {
        const { spread } = distributionOf(scale, given);
        if (!spread) return;
        expect(spread.equalPairs).toBeGreaterThanOrEqual(0);
        expect(spread.withinOneLevel).toBeGreaterThanOrEqual(spread.equalPairs);
        expect(spread.withinOneLevel).toBeLessThanOrEqual(1);
        expect(spread.meanAbsoluteDeviation).toBeLessThanOrEqual(spread.range);
        expect(spread.withinGroupAgreement?.value ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('one answer per organization', () => {
  const given = (...pairs: [string, string][]) =>
    pairs.flatMap(([organizationId, printed]) => answers(printed).map((answer) => ({ organizationId, answer })));

  it('keeps a large organization from outvoting the others', () => {
    const all = given(['college', '4 4 4 4 3'], ['district', '1'], ['board', '2 3']);
    expect(oneAnswerPerOrganization(fourLevels, all)).toEqual(['sustaining', 'exploring', 'planning']);
  });

  it('takes a rating before "don\'t know", that before "not applicable", and that before no answer', () => {
    const all = given(['a', 'D 2 N'], ['b', 'N D'], ['c', '. N'], ['d', '.']);
    expect(oneAnswerPerOrganization(fourLevels, all)).toEqual(['planning', 'dont_know', 'not_applicable', null]);
  });

  it('is not offered on a scale without an order', () => {
    expect(oneAnswerPerOrganization(scaleOf(3, false), [])).toBeNull();
  });
});
