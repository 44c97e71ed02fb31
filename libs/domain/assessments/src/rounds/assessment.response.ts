import { ApiProperty } from '@nestjs/swagger';
import { type AssessmentStatus, assessmentStatuses } from '../rules/assessment-status';
import type { Anonymity } from './assessment.entity';

const LEVELS = ['state', 'local'];
const MY_STATUS = ['invited', 'started', 'submitted'];

/** An assessment in a list. */
export class AssessmentListItem {
  id: string;
  version: number;
  title: string;
  partnershipId: string;
  partnershipName: string;
  @ApiProperty({ enum: LEVELS }) level: 'state' | 'local';
  /** 1 for the first assessment of the partnership with this instrument. */
  cycle: number;
  @ApiProperty({ enum: assessmentStatuses }) status: AssessmentStatus;
  /** ISO date. */
  @ApiProperty({ type: String, nullable: true }) dueOn: string | null;
  @ApiProperty({ type: String, nullable: true }) facilitatorName: string | null;
  /** People who were asked. */
  respondentCount: number;
  /** Those among them who have submitted. */
  submittedCount: number;
  /** How far the caller is; null when the caller was not asked. */
  @ApiProperty({ enum: MY_STATUS, nullable: true }) myStatus: 'invited' | 'started' | 'submitted' | null;
  /** Indicators that the caller has answered. */
  myAnswered: number;
  /** Indicators in scope. */
  indicatorCount: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lockedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt: string;
  /** What the caller may do now. */
  allowed: string[];
}

/** One page of assessments. */
export class AssessmentListResponse {
  items: AssessmentListItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}

/** One move of an assessment. */
export class AssessmentHistoryItem {
  @ApiProperty({ enum: assessmentStatuses }) status: AssessmentStatus;
  at: Date;
  @ApiProperty({ type: String, nullable: true }) personName: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

/** Something to know that stands in the way of nothing. */
export class AssessmentWarning {
  /** Stable name of the rule. */
  code: string;
  /** An English sentence. */
  message: string;
  /** Numbers and names for a text in another language. */
  @ApiProperty({ type: 'object', additionalProperties: true }) params: Record<string, string | number>;
}

/** Who was asked, in numbers. */
export class RespondentSummary {
  invited: number;
  started: number;
  submitted: number;
  /** Different organizations among them. */
  organizations: number;
  /** Keys of the systems they stand for. */
  systems: string[];
  /** Keys of the systems of a complete team that nobody stands for. */
  missingSystems: string[];
  warnings: AssessmentWarning[];
}

/** How far the caller's own answers are. */
export class AnswerProgress {
  answered: number;
  total: number;
}

/** How far the consensus talk is, in indicators. */
export class ConsensusProgress {
  /** With a level, no consensus, or not applicable. */
  settled: number;
  unresolved: number;
  /** Not talked about yet. */
  open: number;
  total: number;
}

/** An assessment with its history and how far everybody is. */
export class AssessmentResponse extends AssessmentListItem {
  instrumentId: string;
  /** Elements that are rated; null for all. */
  @ApiProperty({ type: [String], nullable: true }) elementKeys: string[] | null;
  @ApiProperty({ enum: ['named', 'anonymous'] }) anonymity: Anonymity;
  purpose: string;
  @ApiProperty({ type: String, nullable: true }) facilitatorPersonId: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) openedAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closedAt: Date | null;
  /** The later cycle that took its place. */
  @ApiProperty({ type: String, nullable: true }) supersededById: string | null;
  history: AssessmentHistoryItem[];
  respondents: RespondentSummary;
  progress: AnswerProgress;
  consensus: ConsensusProgress;
}
