import { bodyOf, draftOf, EMPTY, isAnswered, lacksEvidence } from './answer-draft';

const planning = { ...EMPTY, rating: 'planning', note: ' seen ' };

describe('one’s own answer', () => {
  it('is sent whole, as a level or as what stands for none', () => {
    expect(bodyOf(planning)).toMatchObject({ answer: 'level', level: 'planning', note: 'seen', reason: null });
    expect(bodyOf({ ...EMPTY, rating: 'dont_know' })).toMatchObject({ answer: 'dont_know', level: null });
    expect(bodyOf({ ...EMPTY, rating: 'not_applicable', reason: 'No adults here' })).toMatchObject({
      answer: 'not_applicable',
      reason: 'No adults here',
    });
  });

  it('counts as “not applicable” only with a reason', () => {
    expect(isAnswered({ ...EMPTY, rating: 'not_applicable', reason: ' ' })).toBe(false);
    expect(isAnswered({ ...EMPTY, rating: 'not_applicable', reason: 'because' })).toBe(true);
    expect(isAnswered(EMPTY)).toBe(false);
  });

  it('keeps what this page does not ask for', () => {
    const stored = {
      indicatorKey: 'i',
      version: 2,
      answer: 'level' as const,
      level: 'planning',
      reason: null,
      note: null,
      evidence: [],
      priority: 'high' as const,
      technicalAssistanceNeeded: true,
      nextStep: 'call',
      updatedAt: '',
    };
    expect(bodyOf(draftOf(stored))).toMatchObject({
      priority: 'high',
      technicalAssistanceNeeded: true,
      nextStep: 'call',
    });
  });

  it('lacks evidence only at levels that ask for it', () => {
    const needing = [{ key: 'implementing', value: 3, label: 'Implementing' }];
    expect(lacksEvidence(planning, needing)).toBe(false);
    expect(lacksEvidence({ ...EMPTY, rating: 'implementing' }, needing)).toBe(true);
    expect(lacksEvidence({ ...EMPTY, rating: 'implementing', evidence: [{ id: 'e', title: 'E' }] }, needing)).toBe(
      false,
    );
  });
});
