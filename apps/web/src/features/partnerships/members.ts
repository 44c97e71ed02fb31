import type { Member } from './use-partnerships';

/** Where a membership stands on a day. */
export type MemberTime = 'present' | 'future' | 'past';

const LEADING = ['lead_agency', 'intermediary'];
const RANK = ['lead_agency', 'intermediary', 'convener', 'fiscal_lead', 'member'];

/** Whether a membership holds on a day (ISO date), will, or did. */
export function timeOf({ startsOn, endsOn }: Pick<Member, 'startsOn' | 'endsOn'>, today: string): MemberTime {
  if (endsOn !== null && endsOn < today) return 'past';
  return startsOn > today ? 'future' : 'present';
}

/** The organization that leads or brokers for the partnership on a day; undefined when nobody does. */
export const leadOf = (members: Member[], today: string): Member | undefined =>
  members.find((member) => LEADING.includes(member.role) && timeOf(member, today) === 'present');

const TIMES: MemberTime[] = ['present', 'future', 'past'];

/** Members as a list shows them: those of today first, by role and name; then who comes, then who left. */
export function inOrder(members: Member[], today: string): Member[] {
  const rank = (member: Member) => TIMES.indexOf(timeOf(member, today)) * RANK.length + RANK.indexOf(member.role);
  return [...members].sort((a, b) => rank(a) - rank(b) || a.organizationName.localeCompare(b.organizationName));
}
