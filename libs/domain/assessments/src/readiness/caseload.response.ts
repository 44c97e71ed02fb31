import { ApiProperty } from '@nestjs/swagger';
import { type AssessmentStatus, assessmentStatuses } from '../rules/assessment-status';

/** Reasons why somebody should look at a partnership. */
export const NEEDS = [
  'approve',
  'start_consensus',
  'record_consensus',
  'close',
  'late_respondents',
  'rank_gaps',
  'no_round',
] as const;

/** Something that the caller can do about a partnership. */
export class Need {
  @ApiProperty({ enum: NEEDS }) kind: (typeof NEEDS)[number];
  @ApiProperty({ type: String, nullable: true }) assessmentId: string | null;
  /** People, indicators or gaps that it is about. */
  count: number;
}

/** An element in the latest locked result. */
export class CaseloadElement {
  key: string;
  @ApiProperty({ type: String, nullable: true }) level: string | null;
  @ApiProperty({ type: String, nullable: true }) target: string | null;
}

/** The assessment that is under way. */
export class OpenRound {
  id: string;
  title: string;
  @ApiProperty({ enum: assessmentStatuses }) status: AssessmentStatus;
  /** ISO date. */
  @ApiProperty({ type: String, nullable: true }) dueOn: string | null;
  submitted: number;
  respondents: number;
}

/** A partnership in a caseload. */
export class CaseloadPartnership {
  id: string;
  name: string;
  @ApiProperty({ enum: ['state', 'local'] }) level: 'state' | 'local';
  @ApiProperty({ type: String, nullable: true }) regionName: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastLockedAt: string | null;
  elements: CaseloadElement[];
  @ApiProperty({ type: OpenRound, nullable: true }) openRound: OpenRound | null;
  openGaps: number;
  gapsWithoutBand: number;
  /** Nothing happened for a quarter. */
  stale: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastActivityAt: string | null;
  /** Keys of the systems without a member. */
  missingSystems: string[];
  needsMe: Need[];
}

/** The caseload in numbers. */
export class CaseloadCounts {
  partnerships: number;
  openRounds: number;
  awaitingApproval: number;
  withoutRound: number;
  stale: number;
  openGaps: number;
  /** Partnerships that need the caller. */
  needMe: number;
}

/** The partnerships that the caller looks after. */
export class CaseloadResponse {
  partnerships: CaseloadPartnership[];
  counts: CaseloadCounts;
}
