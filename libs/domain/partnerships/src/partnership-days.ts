import type { PartnershipMember } from './partnership.entity';

/** Whether the organization is a member on this day (ISO dates). */
export function isMemberOn(member: Pick<PartnershipMember, 'startsOn' | 'endsOn'>, day: string): boolean {
  return member.startsOn <= day && (member.endsOn === null || member.endsOn >= day);
}

/** Roles of which a partnership has one in all. */
export const LEADING_ROLES: readonly string[] = ['lead_agency', 'intermediary'];
