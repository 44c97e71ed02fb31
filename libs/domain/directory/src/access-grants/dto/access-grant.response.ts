import { ApiProperty } from '@nestjs/swagger';
import type { GrantScope } from '@platform/context';
import { type Role, ROLES, SCOPES } from '../../role';

/** A role of a person at a node of the scope tree. */
export class AccessGrantResponse {
  id: string;
  version: number;
  personId: string;
  personName: string;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ enum: SCOPES }) scope: GrantScope;
  @ApiProperty({ type: String, nullable: true }) scopeId: string | null;
  /** Name of the region, organization or partnership; null for the tenant. */
  @ApiProperty({ type: String, nullable: true }) scopeName: string | null;
  /** First day with access (ISO date). */
  startsOn: string;
  /** Last day with access (ISO date); null: until further notice. */
  @ApiProperty({ type: String, nullable: true }) endsOn: string | null;
  /** Instant at which it was ended before its last day. */
  @ApiProperty({ type: String, nullable: true }) endedAt: string | null;
  /** Whether it holds today, will, or did. */
  @ApiProperty({ enum: ['current', 'future', 'ended'] }) status: 'current' | 'future' | 'ended';
  /** Name of the person who gave it; null for the platform. */
  @ApiProperty({ type: String, nullable: true }) grantedByName: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  /** What the caller may do. */
  allowed: string[];

  static from(row: AccessGrantView, scopeName: string | null, allowed: string[]): AccessGrantResponse {
    return { ...row, scopeName, allowed };
  }
}

/** An access grant as the list query reads it. */
export type AccessGrantView = Omit<AccessGrantResponse, 'allowed' | 'scopeName'>;

/** One page of access grants. */
export class AccessGrantListResponse {
  items: AccessGrantResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
