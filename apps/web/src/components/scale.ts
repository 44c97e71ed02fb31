/** A level of an instrument's scale. `key` is what an answer stores; `value` is what is printed for it. */
export interface ScaleLevel {
  key: string;
  value: number | string;
  label: string;
  description?: string | null;
}

/** "This does not concern us": leaves numerator and denominator. */
export const NOT_APPLICABLE = 'not_applicable';
/** "I cannot judge this": missing knowledge, never a low rating. */
export const DONT_KNOW = 'dont_know';

/** A rating: the key of a scale level, not applicable, don't know, or null for nothing yet. */
export type Rating = string | null;

const RAMP_STEPS = 4;

/** The level of a rating, or undefined when it is none. */
export const levelOf = (scale: ScaleLevel[], rating: Rating): ScaleLevel | undefined =>
  scale.find((level) => level.key === rating);

/** The level for which this is printed. */
export const levelAt = (scale: ScaleLevel[], value: string): ScaleLevel | undefined =>
  scale.find((level) => String(level.value) === value);

/**
 * Step of the color ramp (1 to 4) of a level. Shorter scales use the ends and skip the middle; on longer ones
 * neighbors share a step, which is safe because the number is always printed.
 */
export function rampStep(scale: ScaleLevel[], level: ScaleLevel): number {
  const index = scale.indexOf(level);
  const last = Math.max(1, scale.length - 1);
  return 1 + Math.round((Math.max(0, index) * (RAMP_STEPS - 1)) / last);
}

/** What a rating looks like: a step of the ramp or one of the three patterns. */
export function toneOf(scale: ScaleLevel[], rating: Rating): '1' | '2' | '3' | '4' | 'na' | 'dk' | 'none' {
  const level = levelOf(scale, rating);
  if (level) return String(rampStep(scale, level)) as '1';
  if (rating === NOT_APPLICABLE) return 'na';
  return rating === DONT_KNOW ? 'dk' : 'none';
}
