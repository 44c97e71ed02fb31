import type { DemoPerson } from '../../api/contract';
import type { Role } from '../../app/places';

/** Key of a group of demo people, in the order of the page. */
export type DemoGroup = 'lead' | 'partners' | 'support' | 'learners' | 'kansas';

const GROUP_OF_ROLE: Record<Role, DemoGroup> = {
  state_admin: 'lead',
  coach: 'lead',
  lead: 'lead',
  district_coordinator: 'partners',
  counselor: 'partners',
  college_liaison: 'partners',
  board_staff: 'partners',
  employer: 'partners',
  mentor: 'support',
  funder: 'support',
  expert: 'support',
  auditor: 'support',
  student: 'learners',
  guardian: 'learners',
  platform_admin: 'lead',
};
const ORDER: DemoGroup[] = ['lead', 'partners', 'support', 'learners', 'kansas'];

/** Groups that are open at once; the others are one click away. */
export const FIRST_GROUPS: readonly DemoGroup[] = ['lead', 'partners'];

/** First role of a demo person. */
export const roleOf = (person: DemoPerson): Role => (person.roles[0] ?? 'auditor') as Role;

/** The demo people by what they do; those who are only in another tenant than the first person come apart. */
export function groupDemoPeople(people: DemoPerson[]): { group: DemoGroup; people: DemoPerson[] }[] {
  const home = people.find(({ tenants }) => tenants.length > 0)?.tenants[0];
  const groupOf = (person: DemoPerson): DemoGroup =>
    home && person.tenants.length > 0 && !person.tenants.includes(home) ? 'kansas' : GROUP_OF_ROLE[roleOf(person)];
  return ORDER.map((group) => ({ group, people: people.filter((person) => groupOf(person) === group) })).filter(
    (entry) => entry.people.length > 0,
  );
}
