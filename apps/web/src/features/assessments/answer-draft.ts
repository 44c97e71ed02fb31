import type { Answer } from '../../api/readiness';
import type { IndicatorAnswer } from '../../components/indicator/indicator-card';
import { DONT_KNOW, NOT_APPLICABLE, type ScaleLevel } from '../../components/scale';

/** One's own answer to one indicator as the page holds it. */
export interface AnswerDraft extends IndicatorAnswer {
  evidence: { id: string; title: string }[];
  /** What this page does not ask for, kept as it is stored. */
  kept: Pick<Answer, 'priority' | 'technicalAssistanceNeeded' | 'nextStep'>;
}

/** An indicator nobody has looked at yet. */
export const EMPTY: AnswerDraft = {
  rating: null,
  note: '',
  reason: '',
  evidence: [],
  kept: { priority: null, technicalAssistanceNeeded: null, nextStep: null },
};

/** A stored answer as the page holds it. */
export function draftOf(answer: Answer): AnswerDraft {
  const { priority, technicalAssistanceNeeded, nextStep } = answer;
  return {
    rating: answer.answer === 'level' ? answer.level : answer.answer,
    note: answer.note ?? '',
    reason: answer.reason ?? '',
    evidence: answer.evidence,
    kept: { priority, technicalAssistanceNeeded, nextStep },
  };
}

/** Whether the answer can be saved: something is chosen, and "not applicable" has its reason. */
export const isAnswered = ({ rating, reason }: AnswerDraft): boolean =>
  rating !== null && (rating !== NOT_APPLICABLE || reason.trim() !== '');

/** The answer as the API takes it; whole, because what is left out is cleared. */
export function bodyOf({ rating, note, reason, evidence, kept }: AnswerDraft) {
  const special: 'not_applicable' | 'dont_know' | null =
    rating === NOT_APPLICABLE || rating === DONT_KNOW ? rating : null;
  return {
    answer: special ?? ('level' as const),
    level: special ? null : rating,
    reason: rating === NOT_APPLICABLE ? reason.trim() : null,
    note: note.trim() || null,
    evidenceIds: evidence.map(({ id }) => id),
    ...kept,
  };
}

/** Whether this level asks for evidence at the consensus step and the answer points to none. */
export const lacksEvidence = ({ rating, evidence }: AnswerDraft, needing: ScaleLevel[]): boolean =>
  evidence.length === 0 && needing.some(({ key }) => key === rating);
