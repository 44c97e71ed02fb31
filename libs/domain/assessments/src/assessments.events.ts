import type { DomainEvent } from '@platform/outbox';

/** Respondents may answer from now on. */
export const ASSESSMENT_OPENED = 'assessments.assessment-opened.v1';
/** Somebody was asked to answer an assessment that is open already. */
export const RESPONDENT_INVITED = 'assessments.respondent-invited.v1';

/** `assessments.assessment-<what>.v1` for one assessment. */
export function assessmentEvent(
  what: 'opened' | 'closed' | 'in-consensus' | 'approval-requested' | 'returned' | 'locked' | 'reopened' | 'superseded',
  assessment: { id: string; partnershipId: string },
): DomainEvent {
  const payload = { assessmentId: assessment.id, partnershipId: assessment.partnershipId };
  return { type: `assessments.assessment-${what}.v1`, payload };
}

/** The gaps of an assessment were computed, at its lock or because a target changed. */
export function gapsComputed(assessmentId: string, gapIds: string[]): DomainEvent {
  return { type: 'assessments.gaps-computed.v1', payload: { assessmentId, gapIds } };
}

/** Somebody was asked to answer an assessment that is open already. */
export function respondentInvited(assessmentId: string, respondentId: string): DomainEvent {
  return { type: RESPONDENT_INVITED, payload: { assessmentId, respondentId } };
}
