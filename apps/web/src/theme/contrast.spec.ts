import { contrast, LEAST_CONTRAST, leastContrast, nearestReadable } from './contrast';

describe('the contrast of a tenant color', () => {
  it('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('counts on the ground where the color is hardest to read', () => {
    expect(contrast('#767676', '#ffffff')).toBeGreaterThan(LEAST_CONTRAST);
    expect(leastContrast('#767676')).toBeLessThan(LEAST_CONTRAST);
  });

  it('is reached by darkening as little as is needed', () => {
    for (const color of ['#2c8aa2', '#ffcc00', '#ffffff']) {
      expect(leastContrast(nearestReadable(color))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      expect(leastContrast(nearestReadable(color))).toBeLessThan(LEAST_CONTRAST + 0.35);
    }
    expect(nearestReadable('#0b5064')).toBe('#0b5064');
  });
});
