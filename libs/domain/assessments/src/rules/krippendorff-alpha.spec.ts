import fc from 'fast-check';
import { ranksOf } from './agreement-display';
import { krippendorffAlpha } from './krippendorff-alpha';
import { answers, fourLevels } from './rules.fixtures';

/** Turns the printed rows of raters into units, `.` for a missing answer. */
function unitsOf(...raters: string[]): number[][] {
  const rows = raters.map((row) => row.split(' '));
  return rows[0].map((_, unit) => rows.map((row) => row[unit]).flatMap((sign) => (sign === '.' ? [] : [Number(sign)])));
}

describe('ordinal alpha', () => {
  it('is 0.815 for the data of Hayes and Krippendorff (4 raters, 12 units)', () => {
    const units = unitsOf(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    expect(units).toHaveLength(12);
    expect(krippendorffAlpha(units)).toBeCloseTo(0.815, 3);
  });

  it('is 0.273 for the worked example of the technical assistance model', () => {
    const printed = ['3 3 2 3 3 4', '2 1 2 D 2 2', '1 4 2 D 3 1', '2 2 2 2 2 2', 'N D D 1 N D'];
    expect(krippendorffAlpha(printed.map((row) => ranksOf(fourLevels, answers(row))))).toBeCloseTo(0.273, 3);
  });

  it('is 0.000 when all but one of 16 ratings are equal', () => {
    expect(krippendorffAlpha(unitsOf('3 3 3 3', '3 3 3 3', '3 3 3 3', '3 3 3 2'))).toBeCloseTo(0, 10);
  });

  it('is undefined when all ratings are equal or no unit has two of them', () => {
    expect(krippendorffAlpha(unitsOf('3 3 3', '3 3 3'))).toBeNull();
    expect(krippendorffAlpha(unitsOf('3 . 1', '. 2 .'))).toBeNull();
    expect(krippendorffAlpha([])).toBeNull();
  });

  it('is 1 when raters agree on units that differ', () => {
    expect(krippendorffAlpha(unitsOf('1 2 4 .', '1 2 4 3', '1 2 . .'))).toBeCloseTo(1, 10);
  });
});

describe('ordinal alpha of any ratings', () => {
  const anyUnits = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 }), { maxLength: 20 });

  it('never exceeds 1 and is undefined or finite', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const alpha = krippendorffAlpha(units);
        if (alpha === null) return;
        expect(Number.isFinite(alpha)).toBe(true);
        expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('does not depend on the order of raters or units, nor on units with one rating', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const alpha = krippendorffAlpha(units);
        const turned = krippendorffAlpha([...units.map((unit) => [...unit].reverse()).reverse(), [5]]);
        if (alpha === null) expect(turned).toBeNull();
        else expect(turned).toBeCloseTo(alpha, 9);
      }),
    );
  });

  it('is the same when the scale is read from the other end', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const alpha = krippendorffAlpha(units);
        const mirrored = krippendorffAlpha(units.map((unit) => unit.map((rank) => 6 - rank)));
        if (alpha === null) expect(mirrored).toBeNull();
        else expect(mirrored).toBeCloseTo(alpha, 9);
      }),
    );
  });
});
