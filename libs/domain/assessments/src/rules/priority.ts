import { isBlank, type Refusal, refusal } from './refusal';

/** Judgment of impact or effort: 1 low, 2 medium, 3 high. Never multiplied: these are judgments, not measures. */
export type Judgment = 1 | 2 | 3;

/** Classes of gaps by impact and effort, most urgent first (ta-model 3.5). */
export const priorityBands = ['do_now', 'plan_as_project', 'schedule', 'reconsider', 'if_convenient', 'leave'] as const;

/** One class of gaps by impact and effort. */
export type PriorityBand = (typeof priorityBands)[number];

/** The band by impact (row) and effort (column). */
const bandTable: Record<Judgment, Record<Judgment, PriorityBand>> = {
  3: { 1: 'do_now', 2: 'plan_as_project', 3: 'plan_as_project' },
  2: { 1: 'schedule', 2: 'schedule', 3: 'reconsider' },
  1: { 1: 'if_convenient', 2: 'leave', 3: 'leave' },
};

/** The band that impact and effort propose. */
export function proposedBand(impact: Judgment, effort: Judgment): PriorityBand {
  return bandTable[impact][effort];
}

/** What the team says about one gap; `band` only where it sets another than the proposed one. */
export interface PriorityInput {
  impact: number;
  effort: number;
  band: PriorityBand | null;
  reason: string | null;
}

/** The band of a gap; the proposed one stays visible beside a band of one's own. */
export interface Priority {
  proposed: PriorityBand;
  band: PriorityBand;
  isOwn: boolean;
}

/** Checks impact and effort, and the reason for a band of one's own, before `priorityOf`. */
export function checkPriority(input: PriorityInput): Refusal[] {
  const refusals = (['impact', 'effort'] as const)
    .filter((field) => !isJudgment(input[field]))
    .map((field) => refusal(field, 'judgment_range', { lowest: 1, highest: 3 }));
  if (refusals.length > 0) return refusals;
  return priorityOf(input).isOwn && isBlank(input.reason) ? [refusal('reason', 'own_band_reason_required')] : [];
}

/**
 * The band of a gap from checked input.
 * @throws Error when impact or effort is no judgment from 1 to 3.
 */
export function priorityOf({ impact, effort, band }: PriorityInput): Priority {
  if (!isJudgment(impact) || !isJudgment(effort)) throw new Error('Impact and effort are judgments from 1 to 3.');
  const proposed = proposedBand(impact, effort);
  return { proposed, band: band ?? proposed, isOwn: band !== null && band !== proposed };
}

function isJudgment(value: number): value is Judgment {
  return value === 1 || value === 2 || value === 3;
}
