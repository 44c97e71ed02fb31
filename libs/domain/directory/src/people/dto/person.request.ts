import { IsEmail, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { GrantScope } from '@platform/context';
import { ListQuery } from '@platform/http';
import { Clearable, Optional, Trimmed } from '../../dto/fields';
import { type Role, ROLES, SCOPES } from '../../role';

const STATUSES = ['invited', 'active', 'deactivated'] as const;

/** A person without a login, for instance a contact. To let somebody in, send an invitation. */
export class CreatePersonRequest {
  @Trimmed() @IsString() @Length(1, 120) displayName: string;
  /** Unlike that of any other person of the tenant. */
  @Trimmed() @IsEmail() @MaxLength(254) email: string;
  @Clearable() @IsString() @Length(3, 40) phone?: string | null;
}

/** A change of a person; what is left out stays. */
export class UpdatePersonRequest {
  @Optional() @Trimmed() @IsString() @Length(1, 120) displayName?: string;
  /** Only while the person has no login. */
  @Optional() @Trimmed() @IsEmail() @MaxLength(254) email?: string;
  @Clearable() @IsString() @Length(3, 40) phone?: string | null;
}

/** Filters of the list of people. */
export class PersonListQuery extends ListQuery {
  /** Part of the name or address. */
  @IsOptional() @Trimmed() @IsString() @MaxLength(120) q?: string;
  @IsOptional() @IsIn(STATUSES) status?: (typeof STATUSES)[number];
  /** People who work for this organization today. */
  @IsOptional() @IsUUID() organizationId?: string;
  /** People who hold this role today. */
  @IsOptional() @IsIn(ROLES) role?: Role;
  /** People who hold a role at such a node today. */
  @IsOptional() @IsIn(SCOPES) scope?: GrantScope;
  /** People who hold a role at this node today. */
  @IsOptional() @IsUUID() scopeId?: string;
}
