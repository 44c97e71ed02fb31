import { ApiProperty } from '@nestjs/swagger';
import type { GrantScope } from '@platform/context';
import { type Role, ROLES, SCOPES } from '../../role';
import { INVITATION_STATUSES } from './invitation.request';

/** An invitation into a role. Its link goes by mail only. */
export class InvitationResponse {
  id: string;
  version: number;
  personId: string;
  displayName: string;
  email: string;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ enum: SCOPES }) scope: GrantScope;
  @ApiProperty({ type: String, nullable: true }) scopeId: string | null;
  /** Name of the region, organization or partnership; null for the tenant. */
  @ApiProperty({ type: String, nullable: true }) scopeName: string | null;
  @ApiProperty({ type: String, nullable: true }) organizationId: string | null;
  @ApiProperty({ type: String, nullable: true }) organizationName: string | null;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  /** Last day with access (ISO date). */
  @ApiProperty({ type: String, nullable: true }) accessEndsOn: string | null;
  @ApiProperty({ enum: INVITATION_STATUSES }) status: (typeof INVITATION_STATUSES)[number];
  /** Name of the person who invited; null for the platform. */
  @ApiProperty({ type: String, nullable: true }) invitedByName: string | null;
  /** Instant at which the link stops working. */
  expiresAt: string;
  @ApiProperty({ type: String, nullable: true }) acceptedAt: string | null;
  /** What the caller may do. */
  allowed: string[];

  static from(row: InvitationView, scopeName: string | null, allowed: string[]): InvitationResponse {
    return { ...row, scopeName, allowed };
  }
}

/** An invitation as the list query reads it. */
export type InvitationView = Omit<InvitationResponse, 'allowed' | 'scopeName'>;

/** One page of invitations. */
export class InvitationListResponse {
  items: InvitationResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
