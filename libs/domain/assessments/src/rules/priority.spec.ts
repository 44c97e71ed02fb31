import { checkPriority, type Judgment, priorityOf, proposedBand } from './priority';

describe('the priority band of a gap', () => {
  it.each([
    [3, 1, 'do_now'],
    [3, 2, 'plan_as_project'],
    [3, 3, 'plan_as_project'],
    [2, 1, 'schedule'],
    [2, 2, 'schedule'],
    [2, 3, 'reconsider'],
    [1, 1, 'if_convenient'],
    [1, 2, 'leave'],
    [1, 3, 'leave'],
  ])('with impact %i and effort %i is %s', (impact, effort, band) => {
    expect(proposedBand(impact as Judgment, effort as Judgment)).toBe(band);
  });

  it('may be set by a person with a reason, and the proposed one stays visible', () => {
    const own = { impact: 1, effort: 3, band: 'do_now' as const, reason: 'The law asks for it by July.' };
    expect(checkPriority(own)).toEqual([]);
    expect(priorityOf(own)).toEqual({ proposed: 'leave', band: 'do_now', isOwn: true });
  });

  it('needs a reason when it differs from the proposed one, and only then', () => {
    const input = { impact: 1, effort: 3, reason: ' ' };
    expect(checkPriority({ ...input, band: 'do_now' })).toMatchObject([
      { path: 'reason', rule: 'own_band_reason_required' },
    ]);
    expect(checkPriority({ ...input, band: 'leave' })).toEqual([]);
    expect(checkPriority({ ...input, band: null })).toEqual([]);
    expect(priorityOf({ ...input, band: null })).toEqual({ proposed: 'leave', band: 'leave', isOwn: false });
  });

  it.each([0, 4, 2.5, Number.NaN])('refuses %d as impact or effort', (value) => {
    expect(checkPriority({ impact: value, effort: 1, band: null, reason: null })).toMatchObject([
      { path: 'impact', rule: 'judgment_range' },
    ]);
    expect(checkPriority({ impact: 1, effort: value, band: null, reason: null })).toMatchObject([
      { path: 'effort', rule: 'judgment_range' },
    ]);
    expect(() => priorityOf({ impact: value, effort: 1, band: null, reason: null })).toThrow('from 1 to 3');
  });
});
