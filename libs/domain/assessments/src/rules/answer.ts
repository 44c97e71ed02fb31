import { type AnswerScale, type Indicator, isRating } from './instrument-definition';
import { isBlank, type Refusal, refusal } from './refusal';

/**
 * What one respondent answered to one indicator: the key of a scale level, `not_applicable`, `dont_know`,
 * or null while open.
 */
export type Answer = string | null;

/** Checks one answer against its indicator: only what the instrument offers, and a reason where it asks for one. */
export function checkAnswer(
  scale: AnswerScale,
  indicator: Indicator,
  answer: Answer,
  reason: string | null,
): Refusal[] {
  if (answer === null || isRating(scale, answer)) return [];
  const offered = scale.nonScored.find(({ key }) => key === answer);
  if (!offered || (answer === 'not_applicable' && !indicator.mayBeNotApplicable)) {
    return [refusal('answer', 'answer_not_offered', { answer, offered: offeredAnswers(scale, indicator).join(', ') })];
  }
  return offered.requiresReason && isBlank(reason) ? [refusal('reason', 'answer_reason_required', { answer })] : [];
}

/** All answers of an indicator, levels first: what a form offers and a refusal names. */
export function offeredAnswers(scale: AnswerScale, indicator: Indicator): string[] {
  const nonScored = scale.nonScored.filter(({ key }) => key !== 'not_applicable' || indicator.mayBeNotApplicable);
  return [...scale.levels, ...nonScored].map(({ key }) => key);
}
