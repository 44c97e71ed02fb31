import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '@platform/http';
import type { DeadLetterState } from '../dead-letter.entity';

/** Filters of the list of given-up jobs. */
export class ListJobsRequest extends ListQuery {
  @IsOptional() @IsIn(['failed', 'replaying', 'resolved']) state?: DeadLetterState;
  @IsOptional() @IsString() @MaxLength(200) eventType?: string;
  @IsOptional() @IsString() @MaxLength(100) handler?: string;
}
