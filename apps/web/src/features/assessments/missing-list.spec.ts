import { indicatorOf } from './missing-list';

describe('what stands in the way of a step', () => {
  it('names its indicator', () => {
    expect(indicatorOf('consensus["partnerships.stakeholders.coverage"].dueOn')).toBe(
      'partnerships.stakeholders.coverage',
    );
  });

  it('names none when it is about the whole round', () => {
    expect(indicatorOf('respondents')).toBeUndefined();
  });
});
