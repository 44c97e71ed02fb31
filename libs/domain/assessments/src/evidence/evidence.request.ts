import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { ListQuery } from '@platform/http';
import { EVIDENCE_KINDS, type EvidenceKind } from './evidence.entity';

const DAY = { strict: true, strictSeparator: true };
const LINK = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

/** New evidence of a partnership. */
export class CreateEvidenceRequest {
  @IsUUID() partnershipId: string;
  @IsString() @Length(1, 200) title: string;
  @IsIn(EVIDENCE_KINDS) kind: EvidenceKind;
  /** Address of it (http or https). */
  @IsOptional() @IsUrl(LINK) @MaxLength(2000) url?: string;
  /** An uploaded file with purpose `evidence`. */
  @IsOptional() @IsUUID() fileId?: string;
  /** First day of the period that it covers (ISO date). */
  @IsOptional() @IsISO8601(DAY) @Length(10, 10) periodFrom?: string;
  /** Last day of the period that it covers (ISO date). */
  @IsOptional() @IsISO8601(DAY) @Length(10, 10) periodTo?: string;
  /** Indicators that it supports. */
  @IsArray() @ArrayMaxSize(200) @ArrayUnique() @IsString({ each: true }) indicatorKeys: string[];
  /** The assessment it is brought into; while its answering is open the evidence is the owner's alone. */
  @IsOptional() @IsUUID() assessmentId?: string;
}

/** A change of evidence; what is left out stays, null clears. */
export class UpdateEvidenceRequest {
  @IsOptional() @IsString() @Length(1, 200) title?: string;
  @IsOptional() @IsIn(EVIDENCE_KINDS) kind?: EvidenceKind;
  @ValidateIf((body: UpdateEvidenceRequest) => body.url !== null && body.url !== undefined)
  @IsUrl(LINK)
  @MaxLength(2000)
  url?: string | null;
  @ValidateIf((body: UpdateEvidenceRequest) => body.periodFrom !== null && body.periodFrom !== undefined)
  @IsISO8601(DAY)
  @Length(10, 10)
  periodFrom?: string | null;
  @ValidateIf((body: UpdateEvidenceRequest) => body.periodTo !== null && body.periodTo !== undefined)
  @IsISO8601(DAY)
  @Length(10, 10)
  periodTo?: string | null;
  /** Indicators that it supports; the whole list. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ArrayUnique() @IsString({ each: true }) indicatorKeys?: string[];
}

/** Filters of the list of evidence. */
export class EvidenceListQuery extends ListQuery {
  @IsOptional() @IsUUID() partnershipId?: string;
  @IsOptional() @IsUUID() assessmentId?: string;
  @IsOptional() @IsString() @MaxLength(200) indicatorKey?: string;
}
