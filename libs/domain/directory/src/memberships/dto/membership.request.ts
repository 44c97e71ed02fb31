import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { ListQuery } from '@platform/http';
import { Clearable, IsDay, Optional } from '../../dto/fields';

/** A person works for an organization. */
export class CreateMembershipRequest {
  @IsUUID() personId: string;
  @IsUUID() organizationId: string;
  /** What the person is there, for instance "CTE director". */
  @Clearable() @IsString() @Length(1, 120) title?: string | null;
  /** First day; today when left out. */
  @Optional() @IsDay() startsOn?: string;
  /** Last day; null: until further notice. */
  @Clearable() @IsDay() endsOn?: string | null;
}

/** A change of a membership; a last day also limits the roles that the person holds at the organization. */
export class UpdateMembershipRequest {
  @Clearable() @IsString() @Length(1, 120) title?: string | null;
  @Optional() @IsDay() startsOn?: string;
  /** Last day; null: until further notice. */
  @Clearable() @IsDay() endsOn?: string | null;
}

/** Filters of the list of memberships. */
export class MembershipListQuery extends ListQuery {
  @IsOptional() @IsUUID() personId?: string;
  @IsOptional() @IsUUID() organizationId?: string;
  /** `true`: only those of today; `false`: only others. */
  @IsOptional() @IsIn(['true', 'false']) current?: 'true' | 'false';
}
