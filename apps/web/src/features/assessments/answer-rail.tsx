import type { InstrumentElement } from '../../api/readiness';
import { ProgressRail } from '../../components/progress-rail';
import { indicatorsOf, useElementShort } from '../../components/readiness/instrument';
import { EMPTY, isAnswered } from './answer-draft';
import type { AnsweringParts } from './answer-element';

/** How many indicators of some elements have been looked at. */
export const countAnswered = (elements: InstrumentElement[], answers: AnsweringParts['answers']): number =>
  indicatorsOf(elements).filter(({ key }) => isAnswered(answers.drafts.get(key) ?? EMPTY)).length;

/** Elements and, below the current one, its strategies. */
export function AnswerRail({ elements, answers, current }: AnsweringParts & { current: InstrumentElement }) {
  const short = useElementShort();
  const parts = elements.map((element) => ({
    key: element.key,
    label: `${element.number}. ${short(element)}`,
    to: `?element=${element.key}`,
    done: countAnswered([element], answers),
    total: indicatorsOf([element]).length,
    sections: element.strategies.map(({ key, code, title }) => ({
      key,
      code,
      title,
      to: `?element=${element.key}#strategy-${key}`,
    })),
  }));
  return <ProgressRail parts={parts} current={current.key} />;
}
