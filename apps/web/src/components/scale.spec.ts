import { DONT_KNOW, NOT_APPLICABLE, rampStep, toneOf, type ScaleLevel } from './scale';

const scale = (n: number): ScaleLevel[] =>
  Array.from({ length: n }, (_, i) => ({ key: `k${i + 1}`, value: i + 1, label: `Level ${i + 1}` }));
const steps = (n: number) => scale(n).map((_, i, all) => rampStep(all, all[i]!));

describe('the color of a level', () => {
  it('is one step each on a scale of four', () => {
    expect(steps(4)).toEqual([1, 2, 3, 4]);
  });

  it('keeps both ends of the ramp on shorter and longer scales', () => {
    expect(steps(2)).toEqual([1, 4]);
    expect(steps(3)).toEqual([1, 3, 4]);
    expect(steps(5)).toEqual([1, 2, 3, 3, 4]);
  });

  it('is a pattern, never a level, where nobody rated', () => {
    expect(toneOf(scale(4), NOT_APPLICABLE)).toBe('na');
    expect(toneOf(scale(4), DONT_KNOW)).toBe('dk');
    expect(toneOf(scale(4), null)).toBe('none');
    expect(toneOf(scale(4), 'k3')).toBe('3');
  });
});
