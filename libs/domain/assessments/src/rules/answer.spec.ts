import { checkAnswer, offeredAnswers } from './answer';
import { indicatorsOf } from './instrument-definition';
import { fourLevels, sixKeyElements } from './rules.fixtures';

const [indicator] = indicatorsOf(sixKeyElements);

describe('an answer', () => {
  it.each(['exploring', 'sustaining', 'dont_know', null])('may be %s without a reason', (answer) => {
    expect(checkAnswer(fourLevels, indicator, answer, null)).toEqual([]);
  });

  it('may be not applicable with a reason only', () => {
    expect(checkAnswer(fourLevels, indicator, 'not_applicable', 'No adult education in this region')).toEqual([]);
    expect(checkAnswer(fourLevels, indicator, 'not_applicable', '  ')).toEqual([
      {
        path: 'reason',
        rule: 'answer_reason_required',
        messageKey: 'assessments.refusals.answer_reason_required',
        details: { answer: 'not_applicable' },
      },
    ]);
  });

  it.each(['3', 'Exploring', '', 'unresolved'])(
    'is refused as "%s", and the refusal names what is offered',
    (answer) => {
      const [refused] = checkAnswer(fourLevels, indicator, answer, 'why');
      expect(refused).toMatchObject({ path: 'answer', rule: 'answer_not_offered' });
      expect(refused.details.offered).toBe('exploring, planning, implementing, sustaining, not_applicable, dont_know');
    },
  );

  it('is not "not applicable" where the item does not offer it', () => {
    const strict = { ...indicator, mayBeNotApplicable: false };
    expect(checkAnswer(fourLevels, strict, 'not_applicable', 'why')[0].rule).toBe('answer_not_offered');
    expect(offeredAnswers(fourLevels, strict)).not.toContain('not_applicable');
  });
});
