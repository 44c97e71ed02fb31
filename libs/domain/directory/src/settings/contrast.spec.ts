import { contrast, LEAST_CONTRAST, nearestReadable, worstGround } from './contrast';

it('measures as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#0b5064', '#ffffff')).toBeCloseTo(9, 0);
});

it('names the ground on which a color is hardest to read', () => {
  expect(worstGround('#767676')).toMatchObject({ ground: 'sunken' });
});

it('darkens a color as little as is needed', () => {
  for (const color of ['#2c8aa2', '#ffcc00', '#e0794a', '#ffffff']) {
    const readable = nearestReadable(color);
    expect(worstGround(readable).ratio).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    expect(worstGround(readable).ratio).toBeLessThan(LEAST_CONTRAST + 0.35);
  }
  expect(nearestReadable('#0b5064')).toBe('#0b5064');
});
