import { ApiProperty } from '@nestjs/swagger';

/** An organization that a person works for. */
export class PersonOrganizationResponse {
  id: string;
  name: string;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
}

/** A person of the tenant. */
export class PersonResponse {
  id: string;
  version: number;
  displayName: string;
  email: string;
  /** Null also for callers who may not see it. */
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ enum: ['invited', 'active', 'deactivated'] }) status: 'invited' | 'active' | 'deactivated';
  /** Whether the person has accepted an invitation and can sign in. */
  hasLogin: boolean;
  /** Organizations the person works for today. */
  organizations: PersonOrganizationResponse[];
  /** Roles held today, each once. */
  roles: string[];
  /** Whether it is a demo record. */
  demo: boolean;
  /** What the caller may do. */
  allowed: string[];

  static from(row: PersonView, allowed: string[]): PersonResponse {
    const { accountId, demoKey, ...values } = row;
    return { ...values, hasLogin: accountId !== null, demo: demoKey !== null, allowed };
  }
}

/** A person as the list query reads it. */
export type PersonView = Omit<PersonResponse, 'allowed' | 'demo' | 'hasLogin'> & {
  accountId: string | null;
  demoKey: string | null;
};

/** One page of people. */
export class PersonListResponse {
  items: PersonResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
