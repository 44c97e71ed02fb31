import type { Round } from '../../api/readiness';
import { mainStep, otherSteps } from './round-steps';

const round = (over: Partial<Round>): Round =>
  ({
    allowed: [],
    lockedAt: null,
    facilitatorPersonId: 'p',
    respondents: { invited: 3, started: 1, submitted: 1 },
    consensus: { settled: 0, unresolved: 0, open: 5, total: 5 },
    ...over,
  }) as Round;

describe('the next step of a round', () => {
  it('is to answer before anything else', () => {
    expect(mainStep(round({ allowed: ['close', 'answer', 'submit'] }))?.key).toBe('answer');
  });

  it('says why answering cannot open yet', () => {
    const empty = { invited: 0, started: 0, submitted: 0 } as Round['respondents'];
    expect(mainStep(round({ allowed: ['open'], respondents: empty }))).toEqual({
      key: 'open',
      blocked: 'noRespondents',
    });
    expect(mainStep(round({ allowed: ['open'], facilitatorPersonId: null }))?.blocked).toBe('noFacilitator');
  });

  it('is the talk until every indicator has an outcome, then the request for approval', () => {
    const allowed = ['facilitate', 'request_approval'];
    expect(mainStep(round({ allowed }))?.key).toBe('talk');
    const consensus = { settled: 5, unresolved: 0, open: 0, total: 5 };
    expect(mainStep(round({ allowed, consensus }))?.key).toBe('request_approval');
  });

  it('leads to the results of a locked round and is nothing while others work', () => {
    expect(mainStep(round({ lockedAt: '2026-01-01T00:00:00Z' }))?.key).toBe('results');
    expect(mainStep(round({}))).toBeNull();
  });

  it('leaves the other moves beside it', () => {
    expect(otherSteps(round({ allowed: ['lock', 'return', 'update'] }))).toEqual(['return']);
  });
});
