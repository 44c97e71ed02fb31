import type { GrantScope } from '@platform/context';
import type { Role } from '@domain/directory';
import type { MemberRole, Partnership } from '@domain/partnerships';
import kansas from './data/kansas.json';
import michigan from './data/michigan.json';

/** The made-up and public records of one demo tenant. Keys are stable: tests and later parts of the demo name them. */
export interface DemoState {
  slug: string;
  name: string;
  timeZone: string;
  regions: { key: string; name: string; code: string }[];
  organizations: DemoOrganization[];
  partnerships: DemoPartnership[];
  people: DemoPerson[];
}

/** An organization; `region` and `parent` are keys. */
export interface DemoOrganization {
  key: string;
  name: string;
  kind: string;
  street?: string;
  city?: string;
  state?: string;
  zip?: string;
  countyFips?: string;
  region?: string;
  parent?: string;
  ids?: Record<string, string>;
}

/** A partnership with its members and goals. */
export interface DemoPartnership {
  key: string;
  name: string;
  level: Partnership['level'];
  region?: string;
  vision: string;
  goals: { title: string; dueInDays: number }[];
  members: { organization: string; role: MemberRole }[];
}

/** A person, signing in as `<login>@demo.braidway.example`. */
export interface DemoPerson {
  login: string;
  name: string;
  organization?: string;
  /** False for those who only fill a team: they have no password, and no card on the sign-in page. */
  signsIn?: boolean;
  grants: { role: Role; scope: GrantScope; at?: string; endsInDays?: number }[];
}

/** All demo tenants. */
export const DEMO_STATES = [michigan, kansas] as DemoState[];

/** Sign-in name of a demo person. */
export const demoEmail = (login: string): string => `${login}@demo.braidway.example`;
