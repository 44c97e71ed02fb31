import { defaultAssessmentSettings as settings } from './assessment-settings';
import { isEvidenceDated, nextCycleOn } from './cycle-calendar';

describe('the calendar of cycles', () => {
  it('marks evidence dated when it is older than 24 months, not on the day itself', () => {
    expect(isEvidenceDated('2024-03-02', '2026-03-02', settings)).toBe(false);
    expect(isEvidenceDated('2024-03-02', '2026-03-03', settings)).toBe(true);
    expect(isEvidenceDated('2024-03-02', '2025-03-03', { ...settings, evidenceDatedAfterMonths: 12 })).toBe(true);
  });

  it('plans the next cycle 12 months on, at the end of a shorter month if need be', () => {
    expect(nextCycleOn('2026-11-21', settings)).toBe('2027-11-21');
    expect(nextCycleOn('2024-02-29', settings)).toBe('2025-02-28');
    expect(nextCycleOn('2026-08-31', { ...settings, monthsBetweenCycles: 6 })).toBe('2027-02-28');
  });
});
