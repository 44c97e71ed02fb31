import { ApiProperty } from '@nestjs/swagger';
import type { OrganizationCard } from '@domain/directory';
import {
  MEMBER_ROLES,
  type MemberRole,
  type Partnership,
  type PartnershipGoal,
  type PartnershipMember,
} from '../partnership.entity';
import type { SystemCoverage } from '../system-coverage';

/** An organization in a partnership. */
export class PartnershipMemberResponse {
  id: string;
  version: number;
  organizationId: string;
  organizationName: string;
  /** Key of the organization's kind. */
  organizationKind: string;
  @ApiProperty({ enum: MEMBER_ROLES }) role: MemberRole;
  /** ISO date. */
  startsOn: string;
  /** ISO date; null means until further notice. */
  @ApiProperty({ type: String, nullable: true }) endsOn: string | null;

  static from(member: PartnershipMember, organization: OrganizationCard | undefined): PartnershipMemberResponse {
    const { id, version, organizationId, role, startsOn, endsOn } = member;
    const [organizationName, organizationKind] = [organization?.name ?? '', organization?.kind ?? ''];
    return { id, version, organizationId, organizationName, organizationKind, role, startsOn, endsOn };
  }
}

/** A goal of a partnership. */
export class PartnershipGoalResponse {
  id: string;
  version: number;
  title: string;
  /** ISO date. */
  @ApiProperty({ type: String, nullable: true }) dueOn: string | null;
  @ApiProperty({ enum: ['open', 'reached', 'dropped'] }) status: PartnershipGoal['status'];

  static from({ id, version, title, dueOn, status }: PartnershipGoal): PartnershipGoalResponse {
    return { id, version, title, dueOn, status };
  }
}

/** One system of a complete team. */
export class SystemCoverageResponse {
  /** Key of the system, for instance `k12_cte`. */
  system: string;
  /** Names of the members that stand for it; empty when the system is missing. */
  organizations: string[];
}

/** A partnership in a list. */
export class PartnershipListItem {
  id: string;
  version: number;
  name: string;
  @ApiProperty({ enum: ['state', 'local'] }) level: Partnership['level'];
  @ApiProperty({ enum: ['forming', 'active', 'ended'] }) status: Partnership['status'];
  @ApiProperty({ type: String, nullable: true }) regionId: string | null;
  @ApiProperty({ type: String, nullable: true }) regionName: string | null;
  /** Organizations that are members today. */
  memberCount: number;
}

/** One page of partnerships. */
export class PartnershipListResponse {
  items: PartnershipListItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}

/** A partnership with its members and goals. */
export class PartnershipResponse {
  id: string;
  version: number;
  name: string;
  @ApiProperty({ enum: ['state', 'local'] }) level: Partnership['level'];
  @ApiProperty({ enum: ['forming', 'active', 'ended'] }) status: Partnership['status'];
  @ApiProperty({ type: String, nullable: true }) regionId: string | null;
  @ApiProperty({ type: String, nullable: true }) regionName: string | null;
  vision: string;
  members: PartnershipMemberResponse[];
  goals: PartnershipGoalResponse[];
  /** Each system of a complete team and who stands for it today; an empty list is a gap. */
  systems: SystemCoverageResponse[];
  /** What the caller may do. */
  allowed: string[];

  static from(partnership: Partnership, view: PartnershipView): PartnershipResponse {
    const { id, version, name, level, status, regionId, vision } = partnership;
    return {
      ...{ id, version, name, level, status, regionId, vision },
      regionName: view.regionName,
      members: partnership.members.map((member) =>
        PartnershipMemberResponse.from(member, view.cards.get(member.organizationId)),
      ),
      goals: [...partnership.goals]
        .sort((a, b) => a.position - b.position)
        .map((goal) => PartnershipGoalResponse.from(goal)),
      systems: view.systems,
      allowed: view.allowed,
    };
  }
}

/** What is shown with a partnership besides its own rows. */
export interface PartnershipView {
  regionName: string | null;
  cards: Map<string, OrganizationCard>;
  systems: SystemCoverage[];
  allowed: string[];
}
