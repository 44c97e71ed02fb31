import { dayStart } from './day-start';

describe('the start of a day in a zone', () => {
  it('is midnight there', () => {
    expect(dayStart('2026-11-22', 'America/Detroit')).toBe('2026-11-22T05:00:00.000Z');
    expect(dayStart('2026-07-01', 'America/Detroit')).toBe('2026-07-01T04:00:00.000Z');
    expect(dayStart('2026-07-01', 'Asia/Kolkata')).toBe('2026-06-30T18:30:00.000Z');
  });

  it('follows the change of clocks on that day', () => {
    expect(dayStart('2026-11-01', 'America/Detroit')).toBe('2026-11-01T04:00:00.000Z');
    expect(dayStart('2026-11-01', 'America/Detroit', 1)).toBe('2026-11-02T05:00:00.000Z');
  });
});
