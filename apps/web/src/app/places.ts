import {
  IconAdjustments,
  IconBuilding,
  IconBuildingCommunity,
  IconChecklist,
  IconHistory,
  IconHome,
  IconMap2,
  IconTargetArrow,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { Me, MeGrant, MeTenant } from '../api/contract';

/** A role as access grants name it; `platform_admin` makes tenants and sees none of their records. */
export type Role =
  | 'platform_admin'
  | 'state_admin'
  | 'coach'
  | 'expert'
  | 'lead'
  | 'district_coordinator'
  | 'counselor'
  | 'college_liaison'
  | 'board_staff'
  | 'employer'
  | 'mentor'
  | 'funder'
  | 'student'
  | 'guardian'
  | 'auditor';

/** The places of the navigation: part of the address and icon; the word is `nav.<key>` in the catalog. */
export const PLACES = {
  home: { path: 'home', icon: IconHome },
  caseload: { path: 'home', icon: IconHome },
  heatMap: { path: 'heat-map', icon: IconMap2 },
  assessments: { path: 'assessments', icon: IconChecklist },
  gaps: { path: 'gaps', icon: IconTargetArrow },
  partnerships: { path: 'partnerships', icon: IconBuildingCommunity },
  organizations: { path: 'organizations', icon: IconBuilding },
  people: { path: 'people', icon: IconUsers },
  settings: { path: 'settings', icon: IconAdjustments },
  auditLog: { path: 'audit-log', icon: IconHistory },
} satisfies Record<string, { path: string; icon: Icon }>;
/** Key of a place. */
export type PlaceKey = keyof typeof PLACES;

const PARTNER: PlaceKey[] = ['home', 'assessments', 'gaps', 'partnerships', 'organizations'];

/** What each kind of user does most, at most seven places, none deeper than one level. The first is the first screen. */
const BY_ROLE: Record<Role, PlaceKey[]> = {
  platform_admin: [],
  state_admin: ['heatMap', 'assessments', 'gaps', 'partnerships', 'organizations', 'people', 'settings'],
  coach: ['caseload', 'heatMap', 'assessments', 'gaps', 'partnerships', 'organizations'],
  expert: ['home', 'heatMap', 'assessments', 'gaps', 'partnerships'],
  lead: ['home', 'assessments', 'gaps', 'partnerships', 'organizations', 'people'],
  district_coordinator: [...PARTNER, 'people'],
  college_liaison: [...PARTNER, 'people'],
  board_staff: [...PARTNER, 'people'],
  counselor: PARTNER,
  employer: ['home', 'assessments', 'gaps', 'partnerships', 'organizations', 'people'],
  mentor: ['home'],
  funder: ['home', 'heatMap', 'partnerships'],
  student: ['home'],
  guardian: ['home'],
  auditor: ['heatMap', 'assessments', 'gaps', 'partnerships', 'organizations', 'auditLog'],
};

/** Places of a role. */
export const placesOf = (role: string): PlaceKey[] => BY_ROLE[role as Role] ?? ['home'];

/** Where somebody works: a tenant, in one role. `id` names it on this device. */
export interface Workplace {
  id: string;
  tenant: MeTenant;
  grant: MeGrant;
}

/** Every workplace of a person, in the order of tenants and grants. */
export function workplacesOf(me: Me): Workplace[] {
  return me.tenants.flatMap((tenant) =>
    me.grants
      .filter((grant) => grant.tenant === tenant.slug)
      .map((grant) => ({ id: [grant.tenant, grant.role, grant.scope, grant.scopeId].join('.'), tenant, grant })),
  );
}

/** First page of a workplace. */
export const firstPage = ({ tenant, grant }: Workplace): string =>
  `/t/${tenant.slug}/${PLACES[placesOf(grant.role)[0] ?? 'home'].path}`;

/** Where a person goes after sign-in. */
export function firstAddress(me: Me): string {
  const [first] = workplacesOf(me);
  if (first) return `/t/${first.tenant.slug}`;
  return me.account.platformAdmin ? '/platform/tenants' : '/account';
}
