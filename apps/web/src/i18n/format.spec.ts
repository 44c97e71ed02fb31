import { formatsFor } from './format';

describe('dates and numbers on a page', () => {
  it('show a bare day as that day in every zone', () => {
    expect(formatsFor('en-US', 'America/Detroit').date('2026-12-05')).toBe('Dec 5, 2026');
    expect(formatsFor('en-US', 'Pacific/Auckland').date('2026-12-05')).toBe('Dec 5, 2026');
  });

  it('show an instant in the zone of the reader', () => {
    expect(formatsFor('en-US', 'America/Detroit').date('2026-12-05T02:00:00Z')).toBe('Dec 4, 2026');
  });

  it('say how long ago in days, months and years', () => {
    const { ago } = formatsFor('en-US', 'UTC');
    const now = new Date('2026-11-21T12:00:00Z');
    expect(ago('2026-11-15T12:00:00Z', now)).toBe('6 days ago');
    expect(ago('2026-08-21T12:00:00Z', now)).toBe('3 months ago');
    expect(ago('2024-11-21T12:00:00Z', now)).toBe('2 years ago');
  });

  it('know which day it is in the zone of the reader', () => {
    const now = new Date('2026-12-05T02:00:00Z');
    expect(formatsFor('en-US', 'America/Detroit').today(now)).toBe('2026-12-04');
  });

  it('print numbers and shares in the language', () => {
    expect(formatsFor('en-US', 'UTC').number(1284)).toBe('1,284');
    expect(formatsFor('en-US', 'UTC').percent(0.804)).toBe('80%');
  });
});
