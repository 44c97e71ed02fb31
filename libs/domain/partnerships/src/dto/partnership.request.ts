import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ListQuery } from '@platform/http';
import { MEMBER_ROLES, type MemberRole } from '../partnership.entity';

const LEVELS = ['state', 'local'] as const;
const STATUSES = ['forming', 'active', 'ended'] as const;
const GOAL_STATUSES = ['open', 'reached', 'dropped'] as const;
const DAY = { strict: true, strictSeparator: true };

/** An organization to add to a partnership. */
export class AddMemberRequest {
  /** Id of an organization of this tenant. */
  @IsUUID() organizationId: string;
  /** What it is in the partnership. */
  @IsIn(MEMBER_ROLES) role: MemberRole;
  /** First day as a member (ISO date); today when left out. */
  @IsOptional() @IsISO8601(DAY) @Length(10, 10) startsOn?: string;
  /** Last day as a member (ISO date). */
  @IsOptional() @IsISO8601(DAY) @Length(10, 10) endsOn?: string;
}

/** A change of a member; what is left out stays. */
export class ChangeMemberRequest {
  /** What it is in the partnership. */
  @IsOptional() @IsIn(MEMBER_ROLES) role?: MemberRole;
  /** First day as a member (ISO date). */
  @IsOptional() @IsISO8601(DAY) @Length(10, 10) startsOn?: string;
  /** Last day as a member (ISO date); null means until further notice. */
  @ValidateIf((body: ChangeMemberRequest) => body.endsOn !== null && body.endsOn !== undefined)
  @IsISO8601(DAY)
  @Length(10, 10)
  endsOn?: string | null;
}

/** A goal of a partnership. */
export class GoalRequest {
  /** What is to be reached, in one sentence. */
  @IsString() @Length(1, 300) title: string;
  /** Day by which (ISO date); null means no date. */
  @ValidateIf((body: GoalRequest) => body.dueOn !== null && body.dueOn !== undefined)
  @IsISO8601(DAY)
  @Length(10, 10)
  dueOn?: string | null;
  /** Whether it is still open. */
  @IsOptional() @IsIn(GOAL_STATUSES) status?: (typeof GOAL_STATUSES)[number];
}

/** A change of a goal; what is left out stays. */
export class ChangeGoalRequest {
  /** What is to be reached, in one sentence. */
  @IsOptional() @IsString() @Length(1, 300) title?: string;
  /** Day by which (ISO date); null clears it. */
  @ValidateIf((body: ChangeGoalRequest) => body.dueOn !== null && body.dueOn !== undefined)
  @IsISO8601(DAY)
  @Length(10, 10)
  dueOn?: string | null;
  /** Whether it is still open. */
  @IsOptional() @IsIn(GOAL_STATUSES) status?: (typeof GOAL_STATUSES)[number];
}

/** A new partnership. */
export class CreatePartnershipRequest {
  /** Its name, unlike any other of the tenant. */
  @IsString() @Length(1, 160) name: string;
  /** Whether it builds the state's system or a local one. */
  @IsIn(LEVELS) level: (typeof LEVELS)[number];
  /** Region it works in. */
  @IsOptional() @IsUUID() regionId?: string;
  /** What it wants for learners and workers, in its own words. */
  @IsOptional() @IsString() @MaxLength(4000) vision?: string;
  /** First members. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => AddMemberRequest)
  members?: AddMemberRequest[];
}

/** A change of a partnership; what is left out stays. */
export class UpdatePartnershipRequest {
  /** Its name, unlike any other of the tenant. */
  @IsOptional() @IsString() @Length(1, 160) name?: string;
  /** Region it works in; null clears it. */
  @ValidateIf((body: UpdatePartnershipRequest) => body.regionId !== null && body.regionId !== undefined)
  @IsUUID()
  regionId?: string | null;
  /** What it wants for learners and workers, in its own words. */
  @IsOptional() @IsString() @MaxLength(4000) vision?: string;
  /** Whether it is being formed, works, or has ended. */
  @IsOptional() @IsIn(STATUSES) status?: (typeof STATUSES)[number];
}

/** Filters of the list of partnerships. */
export class PartnershipListQuery extends ListQuery {
  /** Part of the name. */
  @IsOptional() @IsString() @MaxLength(160) q?: string;
  @IsOptional() @IsIn(LEVELS) level?: (typeof LEVELS)[number];
  @IsOptional() @IsIn(STATUSES) status?: (typeof STATUSES)[number];
  @IsOptional() @IsUUID() regionId?: string;
  /** Partnerships of which this organization is a member. */
  @IsOptional() @IsUUID() organizationId?: string;
}
