/** Size of the drawing and its middle, in the units of the picture. */
export const WIDTH = 380;
export const HEIGHT = 270;
export const CENTER = { x: WIDTH / 2, y: HEIGHT / 2 };
/** Length of an axis. */
export const RADIUS = 98;

/** Point at a distance from the middle on axis `i` of `n`; the first axis points up, the others follow clockwise. */
export function spot(distance: number, i: number, n: number): [number, number] {
  const angle = (2 * Math.PI * i) / n;
  return [CENTER.x + distance * Math.sin(angle), CENTER.y - distance * Math.cos(angle)];
}

/** Corners of a line over the axes, for an SVG polygon; axes without a value are left out. */
export function points(values: (number | null)[], max: number): string {
  return values
    .flatMap((value, i) => (value === null ? [] : [spot((RADIUS * value) / max, i, values.length)]))
    .map((point) => point.map((number) => number.toFixed(1)).join(','))
    .join(' ');
}

/** Place of the name of axis `i` of `n`, outside the outer ring. */
export function axisEnd(i: number, n: number): { x: number; y: number; anchor: 'start' | 'middle' | 'end' } {
  const [x, y] = spot(RADIUS + 18, i, n);
  const anchor = Math.abs(x - CENTER.x) < 8 ? 'middle' : x > CENTER.x ? 'start' : 'end';
  return { x, y: y + 4, anchor };
}
