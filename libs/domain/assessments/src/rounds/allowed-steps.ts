import type { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import type { AssessmentStatus } from '../rules/assessment-status';
import { Respondent } from '../answers/respondent.entity';
import { Response } from '../answers/response.entity';
import type { Assessment } from './assessment.entity';

/** What may be done in which state; the name is what `allowed` says, the action what the policy is asked. */
const STEPS: { name: string; action?: string; in: AssessmentStatus[] }[] = [
  { name: 'update', in: ['draft', 'open', 'closed', 'in_consensus', 'awaiting_approval'] },
  { name: 'invite', in: ['draft', 'open'] },
  { name: 'open', in: ['draft'] },
  { name: 'close', in: ['open'] },
  { name: 'start_consensus', in: ['closed'] },
  { name: 'facilitate', in: ['in_consensus'] },
  { name: 'request_approval', in: ['in_consensus'] },
  { name: 'return', in: ['awaiting_approval'] },
  { name: 'lock', in: ['awaiting_approval'] },
  { name: 'reopen', in: ['locked'] },
  { name: 'reopen', action: 'reopen_answers', in: ['closed'] },
  { name: 'set_targets', in: ['draft', 'open', 'closed', 'in_consensus', 'awaiting_approval', 'locked'] },
];

/** What the actor may do with an assessment as it is now; `myStatus` says how far the actor's own answers are. */
export function allowedSteps(
  access: Access,
  actor: Actor,
  assessment: Assessment,
  myStatus: Respondent['status'] | null,
): string[] {
  const steps = STEPS.filter(
    (step) => step.in.includes(assessment.status) && access.can(actor, step.action ?? step.name, assessment),
  );
  return [...steps.map(({ name }) => name), ...answerSteps(access, actor, assessment, myStatus)];
}

function answerSteps(
  access: Access,
  actor: Actor,
  { status }: Assessment,
  myStatus: Respondent['status'] | null,
): string[] {
  const mine = Object.assign(new Response(), { personId: actor.personId });
  if (status !== 'open' || !myStatus || !access.can(actor, 'submit', mine)) return [];
  return myStatus === 'submitted' ? ['unsubmit'] : ['answer', 'submit'];
}
