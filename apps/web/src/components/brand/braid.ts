/**
 * Geometry of a three-strand braid that runs from left to right.
 * Strand k is at height sin(a), and lies above the other two while sin(2a) > 0, where a = 2πx/period + k·2π/3.
 */

/** Box of a braid in the units of its drawing. */
export interface BraidBox {
  width: number;
  mid: number;
  amplitude: number;
  period: number;
  phase?: number;
}
/** `casing` is the same line, a little shorter: painted wider underneath in the color of the ground, it makes the crossing. */
export interface BraidPart {
  strand: 0 | 1 | 2;
  over: boolean;
  d: string;
  casing: string;
}

const angle = (box: BraidBox, strand: number, x: number) =>
  (2 * Math.PI * x) / box.period + (strand * 2 * Math.PI) / 3 + (box.phase ?? 0);

/** Height of a strand at x, in the units of the box. */
export const strandY = (box: BraidBox, strand: number, x: number) =>
  box.mid + box.amplitude * Math.sin(angle(box, strand, x));

/** All pieces in painting order: what lies below first. */
export function braidParts(box: BraidBox, step = 2): BraidPart[] {
  const parts: BraidPart[] = [];
  const at = (strand: number, x: number) => `${x.toFixed(1)} ${strandY(box, strand, x).toFixed(2)}`;
  for (const strand of [0, 1, 2] as const) {
    let points: string[] = [];
    let over: boolean | undefined;
    const flush = () => {
      if (points.length > 1)
        parts.push({
          strand,
          over: over === true,
          d: `M${points.join('L')}`,
          casing: `M${(points.length > 8 ? points.slice(3, -3) : points).join('L')}`,
        });
    };
    for (let x = 0; x <= box.width; x += step) {
      const above = Math.sin(2 * angle(box, strand, x)) > 0;
      const point = at(strand, x);
      if (over !== undefined && above !== over) {
        // Each piece reaches a little into the next, so that no seam shows between them.
        const joint = points.at(-1)!;
        points.push(point, at(strand, x + step));
        flush();
        points = [joint];
      }
      over = above;
      points.push(point);
    }
    flush();
  }
  return parts.sort((a, b) => Number(a.over) - Number(b.over));
}
