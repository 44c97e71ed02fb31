/**
 * Krippendorff's alpha for ordinal ratings with missing answers (Krippendorff, "Content Analysis"; formula as in
 * ta-model 4.3). A unit is the list of ranks that raters gave one indicator, without missing answers.
 * @returns alpha (at most 1, below 0 when raters disagree more than by chance), or null where it is undefined:
 *   no unit with two ratings, or all ratings equal.
 */
export function krippendorffAlpha(units: number[][]): number | null {
  const tables = units.map(coincidences).filter((table) => table.size > 0);
  return alphaOf(tables);
}

/** How often each ordered pair of ranks occurs together; the key is `c,k` packed into one number. */
export type Coincidences = Map<number, number>;

const packing = 1024;

/** The coincidences of one unit: each ordered pair counts 1 / (m - 1); empty below two ratings. */
export function coincidences(unit: number[]): Coincidences {
  const table: Coincidences = new Map();
  if (unit.length < 2) return table;
  unit.forEach((c, i) =>
    unit.forEach((k, j) => {
      if (i !== j) table.set(c * packing + k, (table.get(c * packing + k) ?? 0) + 1 / (unit.length - 1));
    }),
  );
  return table;
}

/** Alpha of units whose coincidences are known already, so that resampling does not count them again. */
export function alphaOf(tables: Coincidences[]): number | null {
  const observed = sumOf(tables);
  const totals = totalsByRank(observed);
  const distance = ordinalDistance(totals);
  const n = totals.reduce((sum, total) => sum + total, 0);
  let [disagreement, expected] = [0, 0];
  for (const [pair, count] of observed) disagreement += count * distance(Math.floor(pair / packing), pair % packing);
  totals.forEach((nc, c) => totals.forEach((nk, k) => (expected += nc * nk * distance(c, k))));
  return expected === 0 ? null : 1 - ((n - 1) * disagreement) / expected;
}

function sumOf(tables: Coincidences[]): Coincidences {
  const sum: Coincidences = new Map();
  for (const table of tables) for (const [pair, count] of table) sum.set(pair, (sum.get(pair) ?? 0) + count);
  return sum;
}

/** n_c for each rank, ranks that nobody gave included as 0. */
function totalsByRank(observed: Coincidences): number[] {
  const totals: number[] = [];
  for (const [pair, count] of observed) {
    const rank = Math.floor(pair / packing);
    totals[rank] = (totals[rank] ?? 0) + count;
  }
  return Array.from(totals, (total) => total ?? 0);
}

/** Squared ordinal distance: ranks between two ratings count by how often they were given. */
function ordinalDistance(totals: number[]): (c: number, k: number) => number {
  return (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c];
    let between = 0;
    for (let rank = low; rank <= high; rank++) between += totals[rank];
    return (between - (totals[low] + totals[high]) / 2) ** 2;
  };
}
