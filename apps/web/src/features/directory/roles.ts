import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';

type Grant = components['schemas']['AccessGrantResponse'];
/** Key of a role that can be given. */
export type GivenRole = Grant['role'];
/** Where a role is held. */
export type Scope = Grant['scope'];

/** Where each role can be given. Source: domain roles, section 2; the server checks it. */
const SCOPES_OF_ROLE: Record<GivenRole, readonly Scope[]> = {
  state_admin: ['tenant'],
  coach: ['tenant', 'region', 'partnership'],
  expert: ['tenant', 'partnership'],
  lead: ['partnership', 'region'],
  district_coordinator: ['organization'],
  counselor: ['organization'],
  college_liaison: ['organization'],
  board_staff: ['organization', 'region'],
  employer: ['organization'],
  mentor: ['organization'],
  funder: ['organization', 'partnership', 'tenant'],
  student: ['organization'],
  guardian: ['organization'],
  auditor: ['tenant', 'region', 'partnership'],
};

/** Roles that are given with a last day only. */
const WITH_END: readonly GivenRole[] = ['expert', 'auditor'];

/** Scopes at which a role can be given; the most common one first. */
export const scopesOf = (role: GivenRole | null): readonly Scope[] => (role ? SCOPES_OF_ROLE[role] : []);

/** Whether a role needs a last day. */
export const needsEnd = (role: GivenRole | null): boolean => role !== null && WITH_END.includes(role);

/** The roles that can be given, with their words. */
export function useRoleOptions(): { value: GivenRole; label: string }[] {
  const { t } = useTranslation('shell');
  return (Object.keys(SCOPES_OF_ROLE) as GivenRole[]).map((value) => ({ value, label: t(`role.${value}`) }));
}
