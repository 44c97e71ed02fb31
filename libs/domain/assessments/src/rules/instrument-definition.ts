/** Where an indicator applies: `both` belongs to a state and to a local assessment. */
export type IndicatorLevel = 'state' | 'local' | 'both';

/** What an assessment rates: a state system or a local one. */
export type AssessmentLevel = Exclude<IndicatorLevel, 'both'>;

/** Answers without a level. Neither ever counts as a rating. */
export type NonScoredKey = 'not_applicable' | 'dont_know';

/** All answers without a level that an instrument may offer. */
export const nonScoredKeys: readonly NonScoredKey[] = ['not_applicable', 'dont_know'];

/** One level of the answer scale. Answers store `key`; `value` is only how the level is numbered on screens and in files. */
export interface ScaleLevel {
  key: string;
  value: number | string;
  label: string;
  description: string | null;
}

/** An answer without a level as this instrument words it. */
export interface NonScoredAnswer {
  key: NonScoredKey;
  label: string;
  description: string | null;
  requiresReason: boolean;
}

/** The answers of an instrument, lowest level first when ordered. */
export interface AnswerScale {
  /** False when the levels cannot be ranked: then there are distributions, but no medians, gaps or targets. */
  ordered: boolean;
  levels: ScaleLevel[];
  nonScored: NonScoredAnswer[];
  /** How to choose a level, in one sentence. */
  rule: string | null;
  /** Key of the lowest level that a consensus may reach only with evidence; null when none needs it. */
  evidenceRequiredFrom: string | null;
  /** Key of the level aimed at when a partnership sets no target of its own; null on unordered scales. */
  defaultTarget: string | null;
}

/** One statement that is rated. */
export interface Indicator {
  key: string;
  /** Number shown to people ("1.1.1"); never used to identify. */
  code: string;
  statement: string;
  level: IndicatorLevel;
  /** What each level looks like for this indicator, by level key. */
  descriptors: Record<string, string>;
  /** Hints at documents that could support a rating. */
  evidenceHints: string[];
  /** Whether "not applicable" may be answered here. */
  mayBeNotApplicable: boolean;
  /** Cross-walk: keys of the components of the program of study framework. */
  programOfStudyComponents: string[];
  /** Cross-walk: keys of strategies of the six key elements. */
  sixKeyElementStrategies: string[];
  source: string | null;
}

/** A course of action under an element; its indicators count equally. */
export interface InstrumentStrategy {
  key: string;
  code: string;
  title: string;
  indicators: Indicator[];
}

/** The top level of an instrument (criterion in AQCP, component in the program of study framework). */
export interface InstrumentElement {
  key: string;
  number: number;
  title: string;
  purpose: string | null;
  strategies: InstrumentStrategy[];
}

/** One line of another published order; the same element may stand in it twice. */
export interface OrderEntry {
  elementKey: string;
  number: number;
  title: string;
  programOfStudyComponents: string[];
}

/** Another order and naming of the same elements. */
export interface ElementOrder {
  key: string;
  title: string;
  entries: OrderEntry[];
}

/** One immutable version of an instrument. */
export interface InstrumentDefinition {
  key: string;
  version: string;
  title: string;
  description: string | null;
  source: string | null;
  scale: AnswerScale;
  /** What is asked beside the level, such as the next step. */
  companionAnswers: string[];
  elements: InstrumentElement[];
  orders: ElementOrder[];
}

/** All indicators in the order of the instrument. */
export function indicatorsOf(instrument: InstrumentDefinition): Indicator[] {
  return instrument.elements.flatMap((element) => element.strategies.flatMap((strategy) => strategy.indicators));
}

/**
 * Position of a level in its scale, 0 for the first.
 * @throws Error when the scale has no such level: rows only ever hold keys of their own instrument version.
 */
export function levelRank(scale: AnswerScale, levelKey: string): number {
  const rank = scale.levels.findIndex((level) => level.key === levelKey);
  if (rank < 0) throw new Error(`The answer scale has no level "${levelKey}".`);
  return rank;
}

/** Whether an answer is a level of the scale, as opposed to "not applicable", "don't know" or none. */
export function isRating(scale: AnswerScale, answer: string | null): answer is string {
  return answer !== null && scale.levels.some((level) => level.key === answer);
}
