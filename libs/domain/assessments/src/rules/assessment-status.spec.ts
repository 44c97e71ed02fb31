import {
  acceptsAnswers,
  acceptsConsensus,
  type AssessmentMove,
  assessmentMoves,
  assessmentStatuses,
  checkMoveReason,
  moveRule,
  movesFrom,
  showsSpread,
} from './assessment-status';

describe('the status of an assessment', () => {
  it('goes from draft to superseded by one path', () => {
    const path: AssessmentMove[] = ['open', 'close', 'start_consensus', 'submit', 'lock', 'supersede'];
    expect(path.map((move) => assessmentMoves.find((rule) => rule.move === move)?.to)).toEqual(
      assessmentStatuses.slice(1),
    );
  });

  it.each(assessmentStatuses)('allows in %s only the moves of the table', (status) => {
    const allowed: Record<string, AssessmentMove[]> = {
      draft: ['open'],
      open: ['close'],
      closed: ['reopen_answers', 'start_consensus'],
      in_consensus: ['submit'],
      awaiting_approval: ['return', 'lock'],
      locked: ['reopen', 'supersede'],
      superseded: [],
    };
    expect(movesFrom(status).map(({ move }) => move)).toEqual(allowed[status]);
  });

  it('knows no rule for an illegal move', () => {
    expect(moveRule('draft', 'lock')).toBeNull();
    expect(moveRule('locked', 'close')).toBeNull();
    expect(moveRule('awaiting_approval', 'lock')?.to).toBe('locked');
  });

  it('goes back with a written reason only', () => {
    const back = assessmentMoves.filter(
      ({ from, to }) => assessmentStatuses.indexOf(to) < assessmentStatuses.indexOf(from),
    );
    expect(back.map(({ move }) => move)).toEqual(['reopen_answers', 'return', 'reopen']);
    for (const rule of back) {
      expect(checkMoveReason(rule, ' ')).toMatchObject([{ path: 'reason', rule: 'move_reason_required' }]);
      expect(checkMoveReason(rule, 'The evidence was withdrawn.')).toEqual([]);
    }
    for (const rule of assessmentMoves.filter((one) => !back.includes(one)))
      expect(checkMoveReason(rule, null)).toEqual([]);
  });

  it('leads a reopened assessment back to the talk, not to the answers', () => {
    expect(moveRule('locked', 'reopen')?.to).toBe('in_consensus');
  });

  it('takes answers only while open and shows no spread before answering is closed', () => {
    expect(assessmentStatuses.filter(acceptsAnswers)).toEqual(['open']);
    expect(assessmentStatuses.filter((status) => !showsSpread(status))).toEqual(['draft', 'open']);
    expect(assessmentStatuses.filter(acceptsConsensus)).toEqual(['in_consensus']);
  });
});
