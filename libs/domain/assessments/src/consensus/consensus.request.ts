import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { ConsensusOutcome } from '../rules/consensus';

const OUTCOMES = ['level', 'not_applicable', 'no_consensus', 'unresolved'] as const;

/** A view that an organization holds against the outcome. */
export class DissentRequest {
  @IsUUID() organizationId: string;
  @IsString() @MaxLength(2000) text: string;
  /** Naming an organization says that it agreed to be named; false is refused. */
  @IsOptional() @IsBoolean() organizationAgrees?: boolean;
}

/** What the team agreed on for one indicator, whole: what is left out is cleared. */
export class RecordConsensusRequest {
  @IsIn(OUTCOMES) outcome: ConsensusOutcome;
  /** Key of the agreed level; only with `level`. */
  @IsOptional() @IsString() @MaxLength(200) level?: string | null;
  /** Ends of the range without consensus; the range of the answers when both are left out. */
  @IsOptional() @IsString() @MaxLength(200) low?: string | null;
  @IsOptional() @IsString() @MaxLength(200) high?: string | null;
  /** Why, in a sentence; not needed while unresolved. */
  @IsOptional() @IsString() @MaxLength(4000) rationale?: string | null;
  /** Why a level that nobody answered. */
  @IsOptional() @IsString() @MaxLength(2000) outsideReason?: string | null;
  /** Why it is changed after the meeting. */
  @IsOptional() @IsString() @MaxLength(2000) reason?: string | null;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique((dissent: DissentRequest) => dissent.organizationId)
  @ValidateNested({ each: true })
  @Type(() => DissentRequest)
  dissent?: DissentRequest[];
  /** Who settles an unresolved indicator. */
  @IsOptional() @IsUUID() ownerPersonId?: string | null;
  /** Day by which it is settled (ISO date). */
  @IsOptional() @IsISO8601({ strict: true, strictSeparator: true }) @Length(10, 10) dueOn?: string | null;
  /** Evidence of the partnership that supports this indicator from now on. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID(undefined, { each: true }) evidenceIds?: string[];
}

/** Indicators that the team confirms together. */
export class ConfirmConsensusRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  indicatorKeys: string[];
}

/** For whose eyes the page is. */
export class ConsensusQuery {
  /** `team` gives what the projector may show, also to the facilitator; `own` is the caller's own screen. */
  @IsOptional() @IsIn(['own', 'team']) view?: 'own' | 'team';
}
