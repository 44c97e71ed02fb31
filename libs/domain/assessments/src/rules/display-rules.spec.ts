import { displayedSpread } from './display-rules';
import { distributionOf } from './distribution';
import { answers, fourLevels, scaleOf } from './rules.fixtures';

const of = (printed: string) => distributionOf(fourLevels, answers(printed));

describe('what the team sees of the answers to an indicator', () => {
  it.each(['.', '1', '1 4', '1 4 D D D D N', 'D D D'])('is nothing but "too few" for %s', (printed) => {
    expect(displayedSpread(of(printed), 'team')).toEqual({ kind: 'too_few' });
  });

  it.each(['1 2 4', '1 2 4 4'])('is dots with their range, without percentages and agreement, for %s', (printed) => {
    const display = displayedSpread(of(printed), 'team');
    expect(Object.keys(display).sort()).toEqual(
      ['kind', 'n', 'dots', 'range', 'startingPoint', 'dontKnow', 'notApplicable', 'noAnswer'].sort(),
    );
    expect(display).toMatchObject({
      kind: 'dots',
      range: { lowest: 'exploring', highest: 'sustaining', steps: 3 },
      startingPoint: 'planning',
    });
  });

  it('is percentages with n and agreement from five ratings on', () => {
    expect(displayedSpread(of('1 2 2 2 4 D .'), 'team')).toMatchObject({
      kind: 'percentages',
      n: 5,
      levels: [
        { levelKey: 'exploring', count: 1, share: 0.2 },
        { levelKey: 'planning', count: 3, share: 0.6 },
        { levelKey: 'implementing', count: 0, share: 0 },
        { levelKey: 'sustaining', count: 1, share: 0.2 },
      ],
      coverage: 5 / 6,
      spread: { startingPoint: 'planning', range: 3 },
      dontKnow: 1,
      notApplicable: 0,
      noAnswer: 1,
    });
  });

  it('has no range and no starting point on a scale without an order', () => {
    const unordered = scaleOf(3, false);
    const display = displayedSpread(distributionOf(unordered, answers('1 3 3', unordered)), 'team');
    expect(display).toMatchObject({ kind: 'dots', range: null, startingPoint: null });
  });
});

describe('what the facilitator sees on the own screen', () => {
  it('is two answers as dots', () => {
    expect(displayedSpread(of('1 4 D'), 'facilitator')).toMatchObject({
      kind: 'dots',
      n: 2,
      range: { steps: 3 },
      dontKnow: 1,
    });
  });

  it('is a single answer without median or range', () => {
    expect(displayedSpread(of('1 D D'), 'facilitator')).toMatchObject({
      kind: 'dots',
      n: 1,
      range: null,
      startingPoint: null,
    });
  });

  it('is the same as for the team from three answers on', () => {
    for (const printed of ['1 2 4', '1 2 2 2 4']) {
      expect(displayedSpread(of(printed), 'facilitator')).toEqual(displayedSpread(of(printed), 'team'));
    }
  });
});
