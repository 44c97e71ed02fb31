import { discussionOrder } from './discussion-order';
import { distributionOf } from './distribution';
import type { SpreadViewer } from './display-rules';
import { answers, fourLevels, scaleOf } from './rules.fixtures';

const item = (indicatorKey: string, printed: string, hasEvidence = true, scale = fourLevels) => ({
  indicatorKey,
  distribution: distributionOf(scale, answers(printed, scale)),
  hasEvidence,
});

const reasons = (printed: string, hasEvidence = true, viewer: SpreadViewer = 'team', scale = fourLevels) =>
  discussionOrder(scale, [item('x', printed, hasEvidence, scale)], viewer)[0].reasons;

describe('the order of discussion', () => {
  it('puts the worked example in the order of its readings', () => {
    const agenda = discussionOrder(
      fourLevels,
      [
        item('1.1.1', '3 3 2 3 3 4'),
        item('1.3.2', '2 1 2 D 2 2'),
        item('2.2.4', '1 4 2 D 3 1'),
        item('3.4.3', '2 2 2 2 2 2'),
        item('6.6.1', 'N D D 1 N D'),
      ],
      'facilitator',
    );
    expect(agenda).toEqual([
      { indicatorKey: '2.2.4', rank: 1, reasons: ['opposed'] },
      { indicatorKey: '6.6.1', rank: 1, reasons: ['scope_disputed', 'missing_knowledge', 'too_few_answers'] },
      { indicatorKey: '1.1.1', rank: 2, reasons: ['split'] },
      { indicatorKey: '1.3.2', rank: 5, reasons: ['confirm_together'] },
      { indicatorKey: '3.4.3', rank: 5, reasons: ['confirm_together'] },
    ]);
  });

  it.each([
    ['1 2 4', 'opposed'],
    ['2 2 2 N', 'scope_disputed'],
    ['2 3 4', 'split'],
    ['2 2 2 D D D', 'missing_knowledge'],
  ])('gives %s the reason %s', (printed, reason) => {
    expect(reasons(printed)).toEqual([reason]);
  });

  it('asks for evidence when the starting point is one of the two upper levels', () => {
    expect(reasons('3 3 3', false)).toEqual(['evidence_missing']);
    expect(reasons('3 3 3', true)).toEqual(['confirm_together']);
    expect(reasons('2 2 3 3', false)).toEqual(['confirm_together']);
  });

  it('names all reasons, the most urgent first', () => {
    expect(reasons('3 4 3 3 N D D D D D', false)).toEqual(['scope_disputed', 'missing_knowledge', 'evidence_missing']);
  });

  it('offers agreement on "not applicable" for confirmation, but neither silence nor a single rating', () => {
    expect(reasons('N N N', true, 'facilitator')).toEqual(['confirm_together']);
    expect(reasons('. . .', true, 'facilitator')).toEqual(['too_few_answers']);
    expect(reasons('2 . .', true, 'facilitator')).toEqual(['too_few_answers']);
  });

  it.each(['1 4', '2 2', '1 N', 'D D D', '4'])('does not tell the team that the answers are %s', (printed) => {
    expect(discussionOrder(fourLevels, [item('x', printed, false)], 'team')).toEqual([
      { indicatorKey: 'x', rank: 3, reasons: ['too_few_answers'] },
    ]);
  });

  it('calls both ends of a scale of three opposed, and three steps on a scale of five', () => {
    expect(reasons('1 1 3', true, 'team', scaleOf(3))).toEqual(['opposed']);
    expect(reasons('2 2 5', true, 'team', scaleOf(5))).toEqual(['opposed']);
    expect(reasons('2 2 4', true, 'team', scaleOf(5))).toEqual(['split']);
  });

  it('discusses any difference first on a scale without an order', () => {
    expect(reasons('1 1 2', true, 'team', scaleOf(3, false))).toEqual(['opposed']);
    expect(reasons('2 2 2', true, 'team', scaleOf(3, false))).toEqual(['confirm_together']);
  });
});
