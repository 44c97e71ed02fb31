import type { Actor } from '@platform/context';
import { ORGANIZATION_ROLES, type Role } from '../role';

/** Roles of schools and colleges, whose counselors know the students. */
const EDUCATION_ROLES: readonly Role[] = ['district_coordinator', 'college_liaison'];

/** Invitations that an actor may send for one organization, before the tenant's own list limits them. */
export interface OwnInvitations {
  organizationIds: readonly string[];
  roles: readonly Role[];
}

/**
 * Who looks after an organization invites colleagues into the same role there, mentors, and counselors of a school or
 * college: never into a role that sees more than their own. Source: domain roles, condition 40.
 */
export function ownInvitations(actor: Actor): OwnInvitations[] {
  return actor.grants
    .filter(({ role, scope }) => scope === 'organization' && ORGANIZATION_ROLES.includes(role as Role))
    .map(({ role, organizationIds }) => ({
      organizationIds: organizationIds as readonly string[],
      roles: [role as Role, 'mentor', ...(EDUCATION_ROLES.includes(role as Role) ? (['counselor'] as const) : [])],
    }));
}
