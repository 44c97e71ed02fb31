import { ApiProperty } from '@nestjs/swagger';

/** A person works for an organization, from a day until a day. */
export class MembershipResponse {
  id: string;
  version: number;
  personId: string;
  personName: string;
  organizationId: string;
  organizationName: string;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  /** First day (ISO date). */
  startsOn: string;
  /** Last day (ISO date); null: until further notice. */
  @ApiProperty({ type: String, nullable: true }) endsOn: string | null;
  /** What the caller may do. */
  allowed: string[];

  static from(row: MembershipView, allowed: string[]): MembershipResponse {
    return { ...row, allowed };
  }
}

/** A membership as the list query reads it. */
export type MembershipView = Omit<MembershipResponse, 'allowed'>;

/** One page of memberships. */
export class MembershipListResponse {
  items: MembershipResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
