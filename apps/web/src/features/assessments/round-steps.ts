import type { Round } from '../../api/readiness';

/** What somebody can do with a round as its next step. */
export type MainStepKey =
  'answer' | 'open' | 'close' | 'start_consensus' | 'talk' | 'request_approval' | 'lock' | 'results';

/** The one step that this person does now; `blocked` says why it is not possible yet. */
export interface MainStep {
  key: MainStepKey;
  blocked?: 'noRespondents' | 'noFacilitator' | 'nobodySubmitted';
}

/** Steps beside the main one, in the order in which they are offered. */
export const OTHER_STEPS = [
  'open',
  'close',
  'start_consensus',
  'request_approval',
  'lock',
  'return',
  'reopen',
] as const;
/** A step that moves a round on or back. */
export type MoveKey = (typeof OTHER_STEPS)[number];

/** Last part of the address of each step. */
export const STEP_PATH = {
  open: 'open',
  close: 'close',
  start_consensus: 'start-consensus',
  request_approval: 'request-approval',
  lock: 'lock',
  return: 'return',
  reopen: 'reopen',
} as const;

/** The one thing this person does now with a round; null when it is somebody else's turn. */
export function mainStep(round: Round): MainStep | null {
  const may = (name: string) => round.allowed.includes(name);
  const { respondents, consensus } = round;
  if (may('answer')) return { key: 'answer' };
  if (may('open')) return { key: 'open', blocked: whyNotOpen(round) };
  if (may('close')) return { key: 'close', blocked: respondents.submitted === 0 ? 'nobodySubmitted' : undefined };
  if (may('start_consensus')) return { key: 'start_consensus' };
  if (may('facilitate') && consensus.open > 0) return { key: 'talk' };
  if (may('request_approval')) return { key: 'request_approval' };
  if (may('lock')) return { key: 'lock' };
  return round.lockedAt ? { key: 'results' } : null;
}

function whyNotOpen({ respondents, facilitatorPersonId }: Round): MainStep['blocked'] {
  if (!facilitatorPersonId) return 'noFacilitator';
  return respondents.invited === 0 ? 'noRespondents' : undefined;
}

/** Other moves this person may make now. */
export const otherSteps = (round: Round): MoveKey[] => {
  const main = mainStep(round)?.key;
  return OTHER_STEPS.filter((step) => step !== main && round.allowed.includes(step));
};
