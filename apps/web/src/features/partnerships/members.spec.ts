import { inOrder, leadOf, timeOf } from './members';
import type { Member } from './use-partnerships';

const member = (organizationName: string, role: Member['role'], startsOn: string, endsOn: string | null = null) =>
  ({ id: organizationName, organizationName, role, startsOn, endsOn }) as Member;

describe('members of a partnership', () => {
  it('belong until the end of their last day', () => {
    expect(timeOf({ startsOn: '2024-07-01', endsOn: '2026-11-22' }, '2026-11-22')).toBe('present');
    expect(timeOf({ startsOn: '2024-07-01', endsOn: '2026-11-21' }, '2026-11-22')).toBe('past');
    expect(timeOf({ startsOn: '2026-11-23', endsOn: null }, '2026-11-22')).toBe('future');
  });

  it('are led by the organization that leads today, not by one that did', () => {
    const former = member('Old RESA', 'lead_agency', '2020-07-01', '2024-06-30');
    const now = member('Board', 'intermediary', '2024-07-01');
    expect(leadOf([former, now], '2026-11-22')).toBe(now);
    expect(leadOf([former], '2026-11-22')).toBeUndefined();
  });

  it('stand in the order of role and name, those who left last', () => {
    const left = member('A school', 'lead_agency', '2020-07-01', '2024-06-30');
    const plain = [member('Zoo', 'member', '2024-07-01'), member('Clinic', 'member', '2024-07-01')];
    const lead = member('Resa', 'lead_agency', '2024-07-01');
    expect(inOrder([left, ...plain, lead], '2026-11-22').map(({ id }) => id)).toEqual([
      'Resa',
      'Clinic',
      'Zoo',
      'A school',
    ]);
  });
});
