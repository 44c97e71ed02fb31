import { countBy, displayOf } from './spread-display';

describe('the spread of answers', () => {
  it('is hidden from everybody but the facilitator below three answers', () => {
    expect([displayOf(2, false), displayOf(2, true), displayOf(0, true)]).toEqual(['hidden', 'dots', 'hidden']);
  });

  it('is dots for three and four answers, percentages from five', () => {
    expect([3, 4, 5].map((n) => displayOf(n, false))).toEqual(['dots', 'dots', 'percent']);
  });

  it('keeps missing knowledge and not applicable apart from levels', () => {
    const scale = [{ key: 'a', value: 1, label: 'A' }];
    expect(countBy(scale, { a: 2, dont_know: 1, not_applicable: 3 })).toEqual({
      rated: 2,
      missing: 1,
      notApplicable: 3,
    });
  });
});
