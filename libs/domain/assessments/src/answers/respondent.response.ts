import { ApiProperty } from '@nestjs/swagger';
import type { Respondent } from './respondent.entity';

/** Somebody who was asked to answer. */
export class RespondentResponse {
  id: string;
  version: number;
  personId: string;
  personName: string;
  organizationId: string;
  organizationName: string;
  /** Key of the system that the organization stands for. */
  @ApiProperty({ type: String, nullable: true }) system: string | null;
  @ApiProperty({ enum: ['invited', 'started', 'submitted'] }) status: Respondent['status'];
  /** Number of indicators answered; never which or how. */
  answered: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt: string | null;
  allowed: string[];
}

/** The respondents of an assessment that the caller may see. */
export class RespondentListResponse {
  items: RespondentResponse[];
}
