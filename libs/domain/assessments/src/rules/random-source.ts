/** Gives numbers from 0 (included) to 1 (excluded). */
export type RandomSource = () => number;

/**
 * A repeatable source of random numbers for resampling (mulberry32); not for secrets.
 * @param seed any text, such as the id of an assessment: the same text gives the same numbers.
 */
export function seededRandom(seed: string): RandomSource {
  let state = 0x811c9dc5;
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
