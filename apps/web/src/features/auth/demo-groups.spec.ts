import type { DemoPerson } from '../../api/contract';
import { groupDemoPeople } from './demo-groups';

const person = (email: string, role: string, ...tenants: string[]): DemoPerson => ({
  email,
  name: email,
  organization: '',
  tenants,
  roles: [role],
});

describe('the demo people on the sign-in page', () => {
  it('stand in groups by what they do, nobody twice and nobody missing', () => {
    const people = [
      person('sa', 'state_admin', 'Michigan'),
      person('c', 'coach', 'Michigan', 'Kansas'),
      person('d', 'district_coordinator', 'Michigan'),
      person('ka', 'state_admin', 'Kansas'),
      person('p', 'platform_admin'),
    ];
    const groups = groupDemoPeople(people).map(({ group, people: members }) => [group, members.map((m) => m.email)]);
    expect(groups).toEqual([
      ['lead', ['sa', 'c', 'p']],
      ['partners', ['d']],
      ['kansas', ['ka']],
    ]);
  });
});
