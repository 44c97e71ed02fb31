import { IsEmail, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { GrantScope } from '@platform/context';
import { ListQuery } from '@platform/http';
import { Clearable, IsDay, Optional, Trimmed } from '../../dto/fields';
import { type Role, ROLES, SCOPES } from '../../role';

/** States of an invitation; `expired` is an open one whose link is too old. */
export const INVITATION_STATUSES = ['open', 'expired', 'accepted', 'revoked'] as const;

/** Invites somebody straight into a role. */
export class CreateInvitationRequest {
  @Trimmed() @IsEmail() @MaxLength(254) email: string;
  /** How the person is called until they say it themselves. */
  @Trimmed() @IsString() @Length(1, 120) displayName: string;
  @IsIn(ROLES) role: Role;
  /** Where the role is held. */
  @IsIn(SCOPES) scope: GrantScope;
  /** The region, organization or partnership; left out for the tenant. */
  @Clearable() @IsUUID() scopeId?: string | null;
  /** The organization that the person works for; the scope itself when that is an organization. */
  @Clearable() @IsUUID() organizationId?: string | null;
  /** What the person is there, for instance "CTE director". */
  @Clearable() @IsString() @Length(1, 120) title?: string | null;
  /** Last day with access; experts and auditors need one. */
  @Clearable() @IsDay() accessEndsOn?: string | null;
}

/** What is sent with the link of an invitation. */
export class AcceptInvitationRequest {
  /** How the person wants to be called here; as invited when left out. */
  @Optional() @Trimmed() @IsString() @Length(1, 120) displayName?: string;
  /** The password that the person signs in with already, or a new one. */
  @IsString() @Length(1, 1024) password: string;
}

/** Filters of the list of invitations. */
export class InvitationListQuery extends ListQuery {
  @IsOptional() @IsIn(INVITATION_STATUSES) status?: (typeof INVITATION_STATUSES)[number];
  @IsOptional() @IsUUID() personId?: string;
  @IsOptional() @IsUUID() organizationId?: string;
  @IsOptional() @IsIn(ROLES) role?: Role;
  @IsOptional() @IsIn(SCOPES) scope?: GrantScope;
  @IsOptional() @IsUUID() scopeId?: string;
}
