import { checkConsensus, type ConsensusContext, type ConsensusProposal } from './consensus';
import { distributionOf } from './distribution';
import { answers, fourLevels, scaleOf } from './rules.fixtures';

const proposal = (changes: Partial<ConsensusProposal>): ConsensusProposal => ({
  outcome: 'level',
  levelKey: 'planning',
  range: null,
  rationale: 'The roster was read together.',
  outsideRangeReason: null,
  dissent: [],
  ownerId: null,
  dueOn: null,
  ...changes,
});

const context = (printed: string, changes: Partial<ConsensusContext> = {}): ConsensusContext => {
  const scale = changes.scale ?? fourLevels;
  return {
    scale,
    distribution: distributionOf(scale, answers(printed, scale)),
    evidenceCount: 0,
    mayBeNotApplicable: true,
    today: '2026-03-02',
    ...changes,
  };
};

const refused = (changes: Partial<ConsensusProposal>, given: ConsensusContext) =>
  checkConsensus(proposal(changes), given).refusals.map(({ path, rule }) => `${path} ${rule}`);

describe('a consensus on a level', () => {
  it('is recorded with a rationale', () => {
    expect(checkConsensus(proposal({}), context('1 2 3'))).toEqual({
      consensus: { outcome: 'level', levelKey: 'planning' },
      refusals: [],
    });
  });

  it.each([null, '', '  '])('needs a rationale, which "%s" is not', (rationale) => {
    expect(refused({ rationale }, context('1 2 3'))).toEqual(['rationale consensus_rationale_required']);
  });

  it.each(['implementing', 'sustaining'])('on %s stays unresolved without evidence', (levelKey) => {
    const check = checkConsensus(proposal({ levelKey }), context('1 4'));
    expect(check.consensus).toEqual({ outcome: 'unresolved' });
    expect(check.refusals).toEqual([
      {
        path: 'evidence',
        rule: 'consensus_evidence_required',
        messageKey: 'assessments.refusals.consensus_evidence_required',
        details: { levelKey },
      },
    ]);
    expect(checkConsensus(proposal({ levelKey }), context('1 4', { evidenceCount: 1 })).consensus).toEqual({
      outcome: 'level',
      levelKey,
    });
  });

  it.each(['exploring', 'planning'])('on %s needs no evidence', (levelKey) => {
    expect(refused({ levelKey }, context('1 4'))).toEqual([]);
  });

  it('outside the range of the answers needs a written reason, above as below', () => {
    const outside = ['outsideRangeReason consensus_outside_range_reason_required'];
    expect(refused({ levelKey: 'exploring' }, context('2 3'))).toEqual(outside);
    expect(refused({ levelKey: 'sustaining' }, context('2 3', { evidenceCount: 1 }))).toEqual(outside);
    expect(refused({ levelKey: 'exploring', outsideRangeReason: 'The charter lapsed.' }, context('2 3'))).toEqual([]);
  });

  it('is inside the range when nobody chose the level but others chose above and below', () => {
    expect(refused({}, context('1 4'))).toEqual([]);
  });

  it('has no range to lie outside of when nobody rated', () => {
    expect(refused({}, context('D D N'))).toEqual([]);
  });

  it.each([null, '2', 'not_applicable'])('must name a level of the scale, which "%s" is not', (levelKey) => {
    expect(refused({ levelKey }, context('1 2'))).toEqual(['levelKey consensus_level_unknown']);
  });

  it('on a scale without an order needs a reason for a level nobody chose, and never evidence', () => {
    const scale = scaleOf(3, false);
    expect(refused({ levelKey: 'level_2' }, context('1 3', { scale }))).toEqual([
      'outsideRangeReason consensus_outside_range_reason_required',
    ]);
    expect(refused({ levelKey: 'level_3' }, context('1 3', { scale }))).toEqual([]);
  });
});

describe('no consensus', () => {
  it('keeps the range of the answers', () => {
    expect(checkConsensus(proposal({ outcome: 'no_consensus' }), context('4 2 2')).consensus).toEqual({
      outcome: 'no_consensus',
      range: { lowest: 'planning', highest: 'sustaining' },
    });
  });

  it('keeps the range that the talk left open', () => {
    const range = { lowest: 'exploring', highest: 'planning' };
    expect(checkConsensus(proposal({ outcome: 'no_consensus', range }), context('4 2 2')).consensus).toEqual({
      outcome: 'no_consensus',
      range,
    });
  });

  it('needs a range of two levels at least', () => {
    expect(refused({ outcome: 'no_consensus' }, context('2 2'))).toEqual(['range consensus_range_needs_two_levels']);
    expect(refused({ outcome: 'no_consensus' }, context('D D'))).toEqual(['range consensus_range_required']);
    const turned = { lowest: 'planning', highest: 'exploring' };
    expect(refused({ outcome: 'no_consensus', range: turned }, context('1 2'))).toEqual([
      'range consensus_range_needs_two_levels',
    ]);
    const unknown = { lowest: '1', highest: 'planning' };
    expect(refused({ outcome: 'no_consensus', range: unknown }, context('1 2'))).toEqual([
      'range.lowest consensus_level_unknown',
    ]);
  });

  it('needs a rationale too', () => {
    expect(refused({ outcome: 'no_consensus', rationale: null }, context('1 2'))).toEqual([
      'rationale consensus_rationale_required',
    ]);
  });

  it('has no range on a scale without an order', () => {
    const scale = scaleOf(3, false);
    expect(checkConsensus(proposal({ outcome: 'no_consensus' }), context('1 3', { scale })).consensus).toEqual({
      outcome: 'no_consensus',
      range: null,
    });
  });
});

describe('not applicable by consensus', () => {
  it('needs its reason', () => {
    expect(checkConsensus(proposal({ outcome: 'not_applicable' }), context('1 N')).consensus).toEqual({
      outcome: 'not_applicable',
    });
    expect(refused({ outcome: 'not_applicable', rationale: '' }, context('1 N'))).toEqual([
      'rationale consensus_rationale_required',
    ]);
  });

  it('is refused where the instrument does not offer it', () => {
    expect(refused({ outcome: 'not_applicable' }, context('1', { mayBeNotApplicable: false }))).toEqual([
      'outcome consensus_not_applicable_not_offered',
    ]);
  });
});

describe('an unresolved indicator', () => {
  it('needs an owner and a date that is not past', () => {
    const unresolved = { outcome: 'unresolved' as const, rationale: null };
    expect(refused(unresolved, context('1'))).toEqual([
      'ownerId unresolved_owner_required',
      'dueOn unresolved_due_date_required',
    ]);
    expect(refused({ ...unresolved, ownerId: 'p', dueOn: '2026-03-01' }, context('1'))).toEqual([
      'dueOn unresolved_due_date_past',
    ]);
    expect(refused({ ...unresolved, ownerId: 'p', dueOn: '2026-03-02' }, context('1'))).toEqual([]);
  });
});

describe('dissent', () => {
  it('is recorded with a view and with the agreement of the organization', () => {
    const dissent = [
      { organizationId: 'college', view: 'We see no owner.', organizationAgrees: true },
      { organizationId: 'board', view: ' ', organizationAgrees: false },
    ];
    expect(refused({ dissent }, context('1 2'))).toEqual([
      'dissent[1].view dissent_view_required',
      'dissent[1].organizationAgrees dissent_agreement_required',
    ]);
    expect(refused({ dissent: dissent.slice(0, 1) }, context('1 2'))).toEqual([]);
  });
});

it('names every refusal at once', () => {
  expect(refused({ levelKey: 'sustaining', rationale: '' }, context('1 2'))).toEqual([
    'rationale consensus_rationale_required',
    'evidence consensus_evidence_required',
    'outsideRangeReason consensus_outside_range_reason_required',
  ]);
});
