import sixKeyElementsFile from '../../data/six-key-elements.json';
import type { AnswerScale, InstrumentDefinition } from './instrument-definition';
import { parseInstrument } from './instrument-parser';

/** The shipped instrument, for specs only. */
export const sixKeyElements: InstrumentDefinition = parseInstrument(sixKeyElementsFile);

/** Scale of the shipped instrument: exploring, planning, implementing, sustaining. */
export const fourLevels: AnswerScale = sixKeyElements.scale;

/** An ordered scale with levels `level_1` ... `level_n`, target and evidence at the level below the highest. */
export function scaleOf(count: number, ordered = true): AnswerScale {
  const levels = Array.from({ length: count }, (_, index) => ({
    key: `level_${index + 1}`,
    value: index + 1,
    label: `Level ${index + 1}`,
    description: null,
  }));
  const upper = ordered ? levels[Math.max(0, count - 2)].key : null;
  return {
    ordered,
    levels,
    nonScored: fourLevels.nonScored,
    rule: null,
    evidenceRequiredFrom: upper,
    defaultTarget: upper,
  };
}

/** Answers as the worked example prints them: 1-4, `D` don't know, `N` not applicable, `.` no answer. */
export function answers(printed: string, scale: AnswerScale = fourLevels): (string | null)[] {
  const words: Record<string, string | null> = { D: 'dont_know', N: 'not_applicable', '.': null };
  return printed.split(' ').map((sign) => (sign in words ? words[sign] : scale.levels[Number(sign) - 1].key));
}

/** A small valid instrument file with one element, strategy and indicator; changed by each spec where it matters. */
export function smallInstrumentFile() {
  return {
    key: 'small',
    version: '1.0.0',
    title: 'Small instrument',
    scale: {
      levels: [
        { value: 1, label: 'Not yet' },
        { value: 2, label: 'Begun' },
        { value: 3, label: 'Done' },
      ] as object[],
      nonScored: [{ value: 'not_applicable', label: 'Not applicable' }] as object[],
    } as Record<string, unknown>,
    elements: [
      {
        key: 'first',
        number: 1,
        title: 'First element',
        strategies: [
          {
            key: 'first.only',
            code: '1.1',
            title: 'Only strategy',
            indicators: [
              {
                key: 'first.only.one',
                code: '1.1.1',
                statement: 'Something is rated.',
                level: 'both',
                descriptors: { 1: 'Nothing.', 2: 'Something.', 3: 'Everything.' } as Record<string, string>,
              },
            ],
          },
        ],
      },
    ] as Record<string, unknown>[],
  };
}
