import type { GrantScope } from '@platform/context';

/** The roles that an access grant can give. Source: domain roles, section 2 and its corrections. */
export const ROLES = [
  'state_admin',
  'coach',
  'expert',
  'lead',
  'district_coordinator',
  'counselor',
  'college_liaison',
  'board_staff',
  'employer',
  'mentor',
  'funder',
  'student',
  'guardian',
  'auditor',
] as const;

/** Key of a role, for instance `district_coordinator`. */
export type Role = (typeof ROLES)[number];

/** Nodes of the scope tree. */
export const SCOPES: readonly GrantScope[] = ['tenant', 'region', 'organization', 'partnership'];

/** Where each role can be granted; elsewhere it would have no meaning. */
export const SCOPES_OF_ROLE: Record<Role, readonly GrantScope[]> = {
  state_admin: ['tenant'],
  coach: ['tenant', 'region', 'partnership'],
  expert: ['tenant', 'partnership'],
  lead: ['region', 'partnership'],
  district_coordinator: ['organization'],
  counselor: ['organization'],
  college_liaison: ['organization'],
  board_staff: ['region', 'organization'],
  employer: ['organization'],
  mentor: ['organization'],
  funder: ['tenant', 'organization', 'partnership'],
  student: ['organization'],
  guardian: ['organization'],
  auditor: ['tenant', 'region', 'partnership'],
};

/** Roles that end: an expert, funder reviewer or auditor without an end date is refused (domain roles, rule 4.2). */
export const ROLES_WITH_END: readonly Role[] = ['expert', 'auditor'];

/** Roles of staff who work with the tenant's directory of organizations. */
export const STAFF_ROLES: readonly Role[] = [
  'state_admin',
  'coach',
  'expert',
  'lead',
  'district_coordinator',
  'counselor',
  'college_liaison',
  'board_staff',
  'funder',
  'auditor',
];

/** Roles that look after their own organization and its people. */
export const ORGANIZATION_ROLES: readonly Role[] = [
  'district_coordinator',
  'college_liaison',
  'board_staff',
  'employer',
];

/** Roles by whose first screen opens when somebody holds several (domain roles, section 5). */
export const FIRST_SCREEN_ORDER: readonly Role[] = [
  'state_admin',
  'coach',
  'lead',
  'district_coordinator',
  'college_liaison',
  'board_staff',
  'counselor',
  'employer',
  'mentor',
  'funder',
  'expert',
  'auditor',
  'student',
  'guardian',
];
