import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { GrantScope } from '@platform/context';
import { ListQuery } from '@platform/http';
import { Clearable, IsDay, Optional } from '../../dto/fields';
import { type Role, ROLES, SCOPES } from '../../role';

/** A new access grant: a role of a person at a node of the scope tree. */
export class CreateAccessGrantRequest {
  @IsUUID() personId: string;
  @IsIn(ROLES) role: Role;
  /** Where the role is held; it reaches everything below. */
  @IsIn(SCOPES) scope: GrantScope;
  /** The region, organization or partnership; left out for the tenant. */
  @Clearable() @IsUUID() scopeId?: string | null;
  /** First day with access; today when left out. */
  @Optional() @IsDay() startsOn?: string;
  /** Last day with access; experts and auditors need one. */
  @Clearable() @IsDay() endsOn?: string | null;
  /** Why, for whoever reads it later. */
  @Clearable() @IsString() @MaxLength(500) reason?: string | null;
}

/** A change of an access grant; role and scope stay: end it and give another. */
export class UpdateAccessGrantRequest {
  @Optional() @IsDay() startsOn?: string;
  /** Last day with access; null: until further notice. */
  @Clearable() @IsDay() endsOn?: string | null;
  @Clearable() @IsString() @MaxLength(500) reason?: string | null;
}

/** Filters of the list of access grants. */
export class AccessGrantListQuery extends ListQuery {
  @IsOptional() @IsUUID() personId?: string;
  @IsOptional() @IsIn(ROLES) role?: Role;
  @IsOptional() @IsIn(SCOPES) scope?: GrantScope;
  @IsOptional() @IsUUID() scopeId?: string;
  /** Grants at this organization. */
  @IsOptional() @IsUUID() organizationId?: string;
  /** True: only those that hold today; false: only those that do not. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  current?: boolean;
}
