import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { type AnswerKind, ANSWERS } from './response.entity';

/** An answer to one indicator, whole: what is left out is cleared. */
export class SaveResponseRequest {
  @IsIn(ANSWERS) answer: AnswerKind;
  /** Key of a level of the scale; only with `level`. */
  @IsOptional() @IsString() @MaxLength(200) level?: string | null;
  /** Why the indicator does not apply. */
  @IsOptional() @IsString() @MaxLength(2000) reason?: string | null;
  /** Shown to the team without a name once answering has ended. */
  @IsOptional() @IsString() @MaxLength(4000) note?: string | null;
  /** Evidence that supports the answer. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID(undefined, { each: true }) evidenceIds?: string[];
  @IsOptional() @IsIn(['low', 'medium', 'high']) priority?: 'low' | 'medium' | 'high' | null;
  @IsOptional() @IsBoolean() technicalAssistanceNeeded?: boolean | null;
  @IsOptional() @IsString() @MaxLength(2000) nextStep?: string | null;
}
