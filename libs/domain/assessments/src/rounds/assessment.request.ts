import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { ListQuery } from '@platform/http';
import { type AssessmentStatus, assessmentStatuses } from '../rules/assessment-status';
import type { Anonymity } from './assessment.entity';

const DAY = { strict: true, strictSeparator: true };
const ANONYMITY = ['named', 'anonymous'] as const;

/** A new assessment of a partnership. */
export class CreateAssessmentRequest {
  /** The partnership that rates itself; its level decides which indicators belong. */
  @IsUUID() partnershipId: string;
  /** Version of the instrument; fixed for good. */
  @IsUUID() instrumentId: string;
  @IsString() @Length(1, 200) title: string;
  /** Day by which answers are wanted (ISO date). */
  @IsOptional() @IsISO8601(DAY) @Length(10, 10) dueOn?: string;
  /** Whether the facilitator sees who answered what. */
  @IsIn(ANONYMITY) anonymity: Anonymity;
  /** Keys of the elements to rate; all when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  elementKeys?: string[];
  /** Why this assessment is made. */
  @IsOptional() @IsString() @MaxLength(2000) purpose?: string;
  /** Who leads the talk; the caller where left out and their role allows it. */
  @IsOptional() @IsUUID() facilitatorPersonId?: string;
}

/** A change of an assessment; what is left out stays. */
export class UpdateAssessmentRequest {
  @IsOptional() @IsString() @Length(1, 200) title?: string;
  /** Day by which answers are wanted (ISO date); null clears it. */
  @ValidateIf((body: UpdateAssessmentRequest) => body.dueOn !== null && body.dueOn !== undefined)
  @IsISO8601(DAY)
  @Length(10, 10)
  dueOn?: string | null;
  @IsOptional() @IsString() @MaxLength(2000) purpose?: string;
  @IsOptional() @IsUUID() facilitatorPersonId?: string;
  /** Only while in draft. */
  @IsOptional() @IsIn(ANONYMITY) anonymity?: Anonymity;
  /** Keys of the elements to rate; null for all. Only while in draft. */
  @ValidateIf((body: UpdateAssessmentRequest) => body.elementKeys !== null && body.elementKeys !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  elementKeys?: string[] | null;
}

/** A step of an assessment. */
export class MoveAssessmentRequest {
  /** Why; needed for every step back. */
  @IsOptional() @IsString() @MaxLength(2000) reason?: string;
}

/** Filters of the list of assessments. */
export class AssessmentListQuery extends ListQuery {
  @IsOptional() @IsUUID() partnershipId?: string;
  @IsOptional() @IsIn(assessmentStatuses) status?: AssessmentStatus;
}
