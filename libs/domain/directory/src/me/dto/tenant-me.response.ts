import { ApiProperty } from '@nestjs/swagger';
import type { GrantScope } from '@platform/context';
import { BilingualResponse } from '../../organizations/dto/organization.response';
import { type Role, ROLES, SCOPES } from '../../role';

/** The person behind the caller. */
export class MePersonResponse {
  id: string;
  displayName: string;
  email: string;
}

/** A role of the caller, with the name of the node where it is held. */
export class MeGrantResponse {
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ enum: SCOPES }) scope: GrantScope;
  @ApiProperty({ type: String, nullable: true }) scopeId: string | null;
  /** Name of the region, organization or partnership; null for the tenant. */
  @ApiProperty({ type: String, nullable: true }) scopeName: string | null;
}

/** An organization or partnership of the caller. */
export class MePlaceResponse {
  id: string;
  name: string;
}

/** What every page of the tenant needs of its settings. */
export class MeSettingsResponse {
  /** `#rrggbb`; null: the product's own color. */
  @ApiProperty({ type: String, nullable: true }) primaryColor: string | null;
  timeZone: string;
  /** 1 is January. */
  fiscalYearStartMonth: number;
  /** Figures about fewer people are hidden. */
  smallCellLimit: number;
  termPartnership: BilingualResponse;
  termRegion: BilingualResponse;
  termDistrict: BilingualResponse;
  termCollege: BilingualResponse;
  termQuarter: BilingualResponse;
}

/** The tenant, as its pages name it. */
export class MeTenantResponse {
  slug: string;
  name: string;
  /** Whether everything in it is invented. */
  demo: boolean;
}

/** Who the caller is in one tenant. */
export class TenantMeResponse {
  tenant: MeTenantResponse;
  person: MePersonResponse;
  /** Roles held today, each once; the first decides which page opens first. */
  @ApiProperty({ enum: ROLES, isArray: true }) roles: Role[];
  /** The role whose first screen opens. */
  @ApiProperty({ enum: ROLES }) firstScreenRole: Role;
  grants: MeGrantResponse[];
  /** Organizations that the person works for today, or holds a role at. */
  organizations: MePlaceResponse[];
  /** Partnerships that the roles reach; left empty for roles that reach all of them. */
  partnerships: MePlaceResponse[];
  settings: MeSettingsResponse;
}
