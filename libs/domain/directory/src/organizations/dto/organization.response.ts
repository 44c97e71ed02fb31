import { ApiProperty } from '@nestjs/swagger';
import { type ExternalIdScheme, externalIdSchemes } from '../../external-id';

/** An id in a public register. */
export class ExternalIdResponse {
  @ApiProperty({ enum: externalIdSchemes }) scheme: ExternalIdScheme;
  value: string;
}

/** An organization. */
export class OrganizationResponse {
  id: string;
  version: number;
  name: string;
  /** Key of an organization kind. */
  kind: string;
  @ApiProperty({ enum: ['active', 'closed'] }) status: 'active' | 'closed';
  @ApiProperty({ type: String, nullable: true }) parentId: string | null;
  @ApiProperty({ type: String, nullable: true }) parentName: string | null;
  @ApiProperty({ type: String, nullable: true }) regionId: string | null;
  @ApiProperty({ type: String, nullable: true }) regionName: string | null;
  @ApiProperty({ type: String, nullable: true }) street: string | null;
  @ApiProperty({ type: String, nullable: true }) city: string | null;
  /** Two letters. */
  @ApiProperty({ type: String, nullable: true }) state: string | null;
  @ApiProperty({ type: String, nullable: true }) zip: string | null;
  /** Five digits: state and county. */
  @ApiProperty({ type: String, nullable: true }) countyFips: string | null;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, nullable: true }) website: string | null;
  externalIds: ExternalIdResponse[];
  /** Instant of the last change. */
  updatedAt: string;
  /** Whether it is a demo record. */
  demo: boolean;
  /** What the caller may do. */
  allowed: string[];

  static from(row: OrganizationView, allowed: string[]): OrganizationResponse {
    const { demoKey, ...values } = row;
    return { ...values, demo: demoKey !== null, allowed };
  }
}

/** An organization as the list query reads it. */
export type OrganizationView = Omit<OrganizationResponse, 'allowed' | 'demo'> & { demoKey: string | null };

/** One page of organizations. */
export class OrganizationListResponse {
  items: OrganizationResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}

/** A text in both languages. */
export class BilingualResponse {
  en: string;
  es: string;
}

/** A kind of organization. */
export class OrganizationKindResponse {
  key: string;
  label: BilingualResponse;
  /** Key of the system it stands for in a partnership. */
  system: string;
  /** Kinds it may have above it in the tree. */
  parentKinds: string[];
  /** Registers whose ids fit, with the right form in words. */
  externalIds: ExternalIdFormResponse[];
}

/** A register and the form of its ids. */
export class ExternalIdFormResponse {
  @ApiProperty({ enum: externalIdSchemes }) scheme: ExternalIdScheme;
  expected: string;
}

/** A system of a complete team. */
export class PartnerSystemResponse {
  key: string;
  label: BilingualResponse;
  partOfCompleteTeam: boolean;
}

/** The one list of organization kinds and the systems they stand for. */
export class OrganizationKindsResponse {
  kinds: OrganizationKindResponse[];
  systems: PartnerSystemResponse[];
}
