import type { EvidenceKind } from '@domain/assessments';
import kalamazooFirst from './data/rounds/kalamazoo-first.json';
import kalamazooSecond from './data/rounds/kalamazoo-second.json';
import michiganStateTeam from './data/rounds/michigan-state-team.json';
import southCentralKansas from './data/rounds/south-central-kansas.json';
import stJoseph from './data/rounds/st-joseph.json';

/** A made-up round: what people of the demo answered and agreed on. People are named by login, all else by demo key. */
export interface DemoRound {
  key: string;
  partnership: string;
  title: string;
  purpose: string;
  anonymity: 'named' | 'anonymous';
  /** How far the round is. */
  status: 'open' | 'in_consensus' | 'locked';
  setUpBy: string;
  facilitator: string;
  approvedBy: string;
  daysAgo: Record<'draft' | 'open' | 'answered', number> &
    Partial<Record<'closed' | 'talk' | 'agreed' | 'locked', number>>;
  dueInDays: number;
  /** In the order of the answers of each indicator. */
  respondents: string[];
  /** Who has handed in; everybody when left out. */
  submitted?: string[];
  evidence: DemoEvidence[];
  /** Level keys that differ from the default target, by indicator. */
  targets?: Record<string, string>;
  priorities?: DemoPriority[];
  indicators: Record<string, DemoIndicator>;
}

/** A document that one respondent brought. */
export interface DemoEvidence {
  key: string;
  title: string;
  kind: EvidenceKind;
  by: string;
  /** Keys of indicators. */
  supports: string[];
  /** Covers the year before the round. */
  period?: boolean;
}

/** Answers to one indicator, and what came out of the talk; without an outcome it was confirmed together. */
export interface DemoIndicator {
  /** One sign for each respondent: 1 to 4 the level, `n` not applicable, `?` don't know, `-` not answered yet. */
  answers: string;
  /** Why somebody answered "not applicable". */
  naReason?: string;
  notes?: Record<string, string>;
  outcome?: 'no_consensus' | 'not_applicable' | 'unresolved';
  level?: string;
  why?: string;
  dissent?: { organization: string; text: string }[];
  /** Who settles what is unresolved, and in how many days from the talk. */
  owner?: string;
  dueInDays?: number;
}

/** How the team ranked one gap. */
export interface DemoPriority {
  indicator: string;
  impact: 1 | 2 | 3;
  effort: 1 | 2 | 3;
  band?: 'plan_as_project';
  bandReason?: string;
  chosen?: boolean;
  /** Indicators whose gaps must close before. */
  blockedBy?: string[];
}

/** Rounds by tenant, the earlier cycle of a partnership first. */
export const DEMO_ROUNDS = {
  michigan: [kalamazooFirst, kalamazooSecond, stJoseph, michiganStateTeam],
  kansas: [southCentralKansas],
} as unknown as Record<string, DemoRound[]>;
