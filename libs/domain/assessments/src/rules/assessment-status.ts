import { isBlank, type Refusal, refusal } from './refusal';

/** States of an assessment (ta-model 3.2). Only locked results enter comparison, gaps and reports. */
export const assessmentStatuses = [
  'draft',
  'open',
  'closed',
  'in_consensus',
  'awaiting_approval',
  'locked',
  'superseded',
] as const;

/** One state of an assessment. */
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** What people do to move an assessment on or back. */
export type AssessmentMove =
  'open' | 'close' | 'reopen_answers' | 'start_consensus' | 'submit' | 'return' | 'lock' | 'reopen' | 'supersede';

/** One legal move. */
export interface AssessmentMoveRule {
  move: AssessmentMove;
  from: AssessmentStatus;
  to: AssessmentStatus;
  /** Going back needs a written reason. */
  reasonRequired: boolean;
}

/**
 * All legal moves, in one list. Reopening a locked assessment leads back into the consensus talk, never to the answers,
 * because the median is known by then; its locked result is kept and what depended on it is marked outdated.
 */
export const assessmentMoves: readonly AssessmentMoveRule[] = [
  { move: 'open', from: 'draft', to: 'open', reasonRequired: false },
  { move: 'close', from: 'open', to: 'closed', reasonRequired: false },
  { move: 'reopen_answers', from: 'closed', to: 'open', reasonRequired: true },
  { move: 'start_consensus', from: 'closed', to: 'in_consensus', reasonRequired: false },
  { move: 'submit', from: 'in_consensus', to: 'awaiting_approval', reasonRequired: false },
  { move: 'return', from: 'awaiting_approval', to: 'in_consensus', reasonRequired: true },
  { move: 'lock', from: 'awaiting_approval', to: 'locked', reasonRequired: false },
  { move: 'reopen', from: 'locked', to: 'in_consensus', reasonRequired: true },
  { move: 'supersede', from: 'locked', to: 'superseded', reasonRequired: false },
];

/** The moves that are legal in a state. */
export function movesFrom(status: AssessmentStatus): AssessmentMoveRule[] {
  return assessmentMoves.filter(({ from }) => from === status);
}

/** The rule of a move in a state, null when the move is illegal there. */
export function moveRule(status: AssessmentStatus, move: AssessmentMove): AssessmentMoveRule | null {
  return movesFrom(status).find((rule) => rule.move === move) ?? null;
}

/** Whether a legal move lacks the reason it needs. */
export function checkMoveReason(rule: AssessmentMoveRule, reason: string | null): Refusal[] {
  return rule.reasonRequired && isBlank(reason) ? [refusal('reason', 'move_reason_required', { move: rule.move })] : [];
}

/** Whether respondents may change their answers. */
export function acceptsAnswers(status: AssessmentStatus): boolean {
  return status === 'open';
}

/** Whether the spread of answers may be seen at all: never while somebody still answers (anchoring, ta-model 3.3). */
export function showsSpread(status: AssessmentStatus): boolean {
  return status !== 'draft' && status !== 'open';
}

/** Whether the consensus may be recorded or changed. */
export function acceptsConsensus(status: AssessmentStatus): boolean {
  return status === 'in_consensus';
}
