import { ApiProperty } from '@nestjs/swagger';
import type { ConsensusOutcome } from '../rules/consensus';
import type { DiscussionReason } from '../rules/discussion-order';
import { type AnswerKind, ANSWERS } from '../answers/response.entity';
import { EVIDENCE_KINDS, type EvidenceKind } from '../evidence/evidence.entity';

const OUTCOMES = ['level', 'not_applicable', 'no_consensus', 'unresolved'];

/** Lowest and highest level that was answered. */
export class SpreadRange {
  lowest: string;
  highest: string;
  /** Steps between them: 0 identical, 1 close, 2 split, 3 opposed. */
  steps: number;
}

/** What the caller may see of the answers to one indicator; with `too_few` nothing but that. */
export class SpreadResponse {
  @ApiProperty({ enum: ['too_few', 'dots', 'percent'] }) display: 'too_few' | 'dots' | 'percent';
  /** Ratings. */
  n?: number;
  dontKnow?: number;
  notApplicable?: number;
  noAnswer?: number;
  /** Ratings by level key. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) counts?: Record<string, number>;
  @ApiProperty({ type: SpreadRange, nullable: true }) range?: SpreadRange | null;
  /** Share of the ratings by level key, 0 to 1; only with `percent`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) shares?: Record<string, number>;
  /** Ratings among ratings and "don't know", 0 to 1; only with `percent`. */
  @ApiProperty({ type: Number, nullable: true }) coverage?: number | null;
  /** The median level, or the two it falls between; only with `percent`. */
  @ApiProperty({ type: [String] }) median?: string[];
  /** Mean distance of the ratings from their median, in steps; only with `percent`. */
  meanAbsoluteDeviation?: number;
  /** Share of pairs of raters with the same level, 0 to 1; only with `percent`. */
  equalPairs?: number;
  /** Share of pairs of raters at most one level apart, 0 to 1; only with `percent`. */
  withinOne?: number;
  /** r_wg, 0 to 1; only with `percent`. */
  @ApiProperty({ type: Number, nullable: true }) withinGroupAgreement?: number | null;
  /** The raters spread more than chance would. */
  moreSpreadThanChance?: boolean;
}

/** Where an indicator stands on the agenda, and why. */
export class DiscussionPlace {
  /** 1 is discussed first; 5 may be confirmed together. */
  category: number;
  /** Place on the whole agenda, from 1. */
  rank: number;
  @ApiProperty({ isArray: true, type: String }) reasons: DiscussionReason[];
}

/** Evidence for one indicator. */
export class ConsensusEvidence {
  id: string;
  title: string;
  @ApiProperty({ enum: EVIDENCE_KINDS }) kind: EvidenceKind;
  @ApiProperty({ type: String, nullable: true }) url: string | null;
  @ApiProperty({ type: String, nullable: true }) fileId: string | null;
}

/** A recorded view against the outcome. */
export class DissentResponse {
  organizationId: string;
  organizationName: string;
  text: string;
}

/** What the team recorded. */
export class RatingResponse {
  version: number;
  @ApiProperty({ enum: OUTCOMES }) outcome: ConsensusOutcome;
  @ApiProperty({ type: String, nullable: true }) level: string | null;
  /** Ends of the range that stays without consensus. */
  @ApiProperty({ type: String, nullable: true }) low: string | null;
  @ApiProperty({ type: String, nullable: true }) high: string | null;
  rationale: string;
  @ApiProperty({ type: String, nullable: true }) outsideReason: string | null;
  /** Why it was changed after the meeting. */
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  dissent: DissentResponse[];
  @ApiProperty({ type: String, nullable: true }) ownerPersonId: string | null;
  @ApiProperty({ type: String, nullable: true }) ownerName: string | null;
  /** ISO date. */
  @ApiProperty({ type: String, nullable: true }) dueOn: string | null;
  decidedAt: Date;
}

/** One answer with its author: on the facilitator's own screen of a named assessment only. */
export class NamedAnswer {
  personName: string;
  organizationName: string;
  @ApiProperty({ enum: ANSWERS }) answer: AnswerKind;
  @ApiProperty({ type: String, nullable: true }) level: string | null;
}

/** One indicator in the consensus talk. */
export class ConsensusItem {
  indicatorKey: string;
  order: DiscussionPlace;
  spread: SpreadResponse;
  /** Where the talk may start (the lower median); never a result. */
  @ApiProperty({ type: String, nullable: true }) proposal: string | null;
  evidence: ConsensusEvidence[];
  /** Comments without names. */
  comments: string[];
  @ApiProperty({ type: [NamedAnswer], nullable: true }) named: NamedAnswer[] | null;
  @ApiProperty({ type: RatingResponse, nullable: true }) rating: RatingResponse | null;
  allowed: string[];
}

/** The whole talk, in the order of the agenda. */
export class ConsensusResponse {
  items: ConsensusItem[];
}

/** An indicator that could not be confirmed together, and why. */
export class RefusedConfirmation {
  indicatorKey: string;
  rule: string;
  message: string;
}

/** What was confirmed together. */
export class ConfirmationResponse {
  confirmed: string[];
  refused: RefusedConfirmation[];
}
