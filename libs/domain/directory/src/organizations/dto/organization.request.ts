import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '@platform/http';
import { Clearable, Optional, Trimmed } from '../../dto/fields';
import { type ExternalIdScheme, externalIdSchemes } from '../../external-id';
import { organizationKinds } from '../../organization-kind';
import { usStates } from '../../us-states';

const KINDS = organizationKinds.map((kind) => kind.key);
const STATES = usStates.map((state) => state.code);
const STATUSES = ['active', 'closed'] as const;
const WEBSITE = { protocols: ['http', 'https'], require_protocol: true };

/** An id in a public register. */
export class ExternalIdRequest {
  /** Key of the register. */
  @IsIn(externalIdSchemes) scheme: ExternalIdScheme;
  /** The id; separators and lost leading zeros are mended. */
  @Trimmed() @IsString() @Length(1, 60) value: string;
}

/** What an organization may be given; all but name and kind may be left out. */
export abstract class OrganizationFields {
  /** The organization above it; its kind must fit. */
  @Clearable() @IsUUID() parentId?: string | null;
  /** Region it lies in. */
  @Clearable() @IsUUID() regionId?: string | null;
  @Clearable() @IsString() @Length(1, 200) street?: string | null;
  @Clearable() @IsString() @Length(1, 100) city?: string | null;
  /** Two letters, for instance `MI`. */
  @Clearable() @IsIn(STATES, { message: 'state must be the two letters of a state, for instance MI.' }) state?:
    string | null;
  @Clearable() @Matches(/^\d{5}(-\d{4})?$/, { message: 'zip must look like 49007 or 49007-1234.' }) zip?: string | null;
  /** State and county. */
  @Clearable() @Matches(/^\d{5}$/, { message: 'countyFips must have five digits, for instance 26077.' }) countyFips?:
    string | null;
  @Clearable() @IsString() @Length(3, 40) phone?: string | null;
  @Clearable() @MaxLength(300) @IsUrl(WEBSITE, { message: 'website must begin with https:// or http://.' }) website?:
    string | null;
  /** Ids in public registers; a list replaces the present one. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ExternalIdRequest)
  externalIds?: ExternalIdRequest[];
}

/** A new organization. */
export class CreateOrganizationRequest extends OrganizationFields {
  @Trimmed() @IsString() @Length(1, 200) name: string;
  /** Key of an organization kind. */
  @IsIn(KINDS, { message: 'kind must be a key of GET /api/v1/organization-kinds.' }) kind: string;
  /** True: it is another organization than those that look like it. */
  @IsOptional() @IsBoolean() acceptDuplicate?: boolean;
}

/** A change of an organization: what is left out stays, null clears. */
export class UpdateOrganizationRequest extends OrganizationFields {
  @Optional() @Trimmed() @IsString() @Length(1, 200) name?: string;
  /** Key of an organization kind. */
  @Optional() @IsIn(KINDS, { message: 'kind must be a key of GET /api/v1/organization-kinds.' }) kind?: string;
}

/** Filters of the list of organizations. */
export class OrganizationListQuery extends ListQuery {
  /** Words of the name, in any order; small typing errors are forgiven when nothing matches exactly. */
  @IsOptional() @Trimmed() @IsString() @MaxLength(200) q?: string;
  /** Key of a kind; several with commas. */
  @IsOptional() @IsString() @MaxLength(500) kind?: string;
  @IsOptional() @IsUUID() regionId?: string;
  /** Id of the organization above, or `none` for those at the top. */
  @IsOptional() @Matches(/^(none|[0-9a-f-]{36})$/i, { message: 'parentId must be an id or "none".' }) parentId?: string;
  @IsOptional() @IsIn(STATUSES) status?: (typeof STATUSES)[number];
  @IsOptional() @IsIn(STATES) state?: string;
  /** An id in a public register, with or without the register: `nces_lea:2619950` or `2619950`. */
  @IsOptional() @Trimmed() @IsString() @Length(1, 80) externalId?: string;
}
