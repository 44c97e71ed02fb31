import type { Band } from '../../components/readiness/words';

/** Impact or effort as the team judges it: 1 low, 2 medium, 3 high. */
export type Judgment = 1 | 2 | 3;
/** All judgments, lowest first. */
export const JUDGMENTS: Judgment[] = [1, 2, 3];

const TABLE: Record<Judgment, Record<Judgment, Band>> = {
  3: { 1: 'do_now', 2: 'plan_as_project', 3: 'plan_as_project' },
  2: { 1: 'schedule', 2: 'schedule', 3: 'reconsider' },
  1: { 1: 'if_convenient', 2: 'leave', 3: 'leave' },
};

/** The band that impact and effort propose, shown while somebody still judges; the server decides it when saved. */
export const bandOf = (impact: Judgment, effort: Judgment): Band => TABLE[impact][effort];
