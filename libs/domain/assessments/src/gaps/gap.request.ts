import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '@platform/http';
import { type Judgment, type PriorityBand, priorityBands } from '../rules/priority';

/** A query flag arrives as text; anything but true and false is refused by its check. */
const toFlag = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** How the team ranks closing a gap; what is left out stays, null clears. */
export class PrioritizeGapRequest {
  /** How much closing it would help: 1 low to 3 high. */
  @IsOptional() @IsInt() @Min(1) @Max(3) impact?: Judgment | null;
  /** What closing it takes: 1 low to 3 high. */
  @IsOptional() @IsInt() @Min(1) @Max(3) effort?: Judgment | null;
  /** Another band than the proposed one, with a reason; null takes the proposed one. */
  @IsOptional() @IsIn(priorityBands) band?: PriorityBand | null;
  @IsOptional() @IsString() @MaxLength(2000) bandReason?: string | null;
  /** Whether the team works on it in this cycle. */
  @IsOptional() @IsBoolean() chosen?: boolean;
  /** Gaps of the same assessment that must close before; the whole list. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ArrayUnique() @IsUUID(undefined, { each: true }) blockedBy?: string[];
}

/** Filters of the list of gaps. */
export class GapListQuery extends ListQuery {
  @IsOptional() @IsUUID() assessmentId?: string;
  @IsOptional() @IsUUID() partnershipId?: string;
  @IsOptional() @IsString() @MaxLength(200) elementKey?: string;
  @IsOptional() @IsIn([...priorityBands, 'unjudged']) band?: PriorityBand | 'unjudged';
  @IsOptional() @Transform(toFlag) @IsBoolean() chosen?: boolean;
  /** Only gaps of the last locked state; false gives the outdated ones. */
  @IsOptional() @Transform(toFlag) @IsBoolean() current?: boolean;
}
