import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DONT_KNOW, levelAt, NOT_APPLICABLE, rampStep, type Rating, type ScaleLevel } from '../scale';
import { StatusBadge } from '../status-badge';
import { AnswerText } from './answer-text';
import styles from './indicator-card.module.css';

/** The words of an indicator. `descriptors` holds one text for each level key. */
export interface IndicatorText {
  key: string;
  code: string;
  statement: string;
  descriptors: Record<string, string>;
  /** Whether "not applicable" may be answered here. */
  mayBeNotApplicable: boolean;
}

/** What one respondent says about one indicator. `reason` belongs to "not applicable". */
export interface IndicatorAnswer {
  rating: Rating;
  note: string;
  reason: string;
}

interface IndicatorCardProps {
  scale: ScaleLevel[];
  indicator: IndicatorText;
  answer: IndicatorAnswer;
  onChange: (answer: IndicatorAnswer) => void;
  /** Whether single keys choose a level while the card has the focus. */
  shortcuts: boolean;
  /** Evidence of this answer, with the way to add more. */
  evidence?: ReactNode;
  disabled?: boolean;
}

/** The rating a single key stands for, or undefined. */
export function ratingOfKey(scale: ScaleLevel[], key: string): Rating | undefined {
  if (key === 'n') return NOT_APPLICABLE;
  if (key === 'd') return DONT_KNOW;
  return /^[1-9]$/.test(key) ? levelAt(scale, key)?.key : undefined;
}

/** Whether a key was pressed while writing, or together with a modifier. */
export const isTyping = (event: Pick<KeyboardEvent, 'target' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof HTMLElement &&
    event.target.matches('textarea, select, input:not([type=radio], [type=checkbox])'));

/** One statement with all its level texts as real radio buttons, plus "not applicable" and "don't know", a note and evidence. */
export function IndicatorCard(props: IndicatorCardProps) {
  const { scale, indicator, answer, onChange, shortcuts, disabled } = props;
  const id = useId();
  const choose = (rating: Rating) => !disabled && onChange({ ...answer, rating });
  const onKey = (event: KeyboardEvent) => {
    if (!shortcuts || isTyping(event)) return;
    const rating = ratingOfKey(scale, event.key.toLowerCase());
    if (rating === undefined || (rating === NOT_APPLICABLE && !indicator.mayBeNotApplicable)) return;
    event.preventDefault();
    choose(rating);
  };
  return (
    <section
      className={styles.card}
      id={`indicator-${indicator.key}`}
      aria-labelledby={`${id}t`}
      onKeyDown={onKey}
      data-indicator={indicator.key}
      data-open={answer.rating === null}
    >
      <fieldset className={styles.set} disabled={disabled}>
        <legend id={`${id}t`}>
          <span className={styles.code}>{indicator.code}</span> {indicator.statement}
        </legend>
        <Choices {...props} name={id} choose={choose} />
      </fieldset>
      {answer.rating !== null && (
        <div className={styles.more}>
          <AnswerText answer={answer} onChange={onChange} disabled={disabled} />
          {props.evidence && <div>{props.evidence}</div>}
        </div>
      )}
    </section>
  );
}

function Choices({
  scale,
  indicator,
  answer,
  name,
  choose,
}: IndicatorCardProps & { name: string; choose: (rating: Rating) => void }) {
  const { t } = useTranslation();
  const shared = { name, current: answer.rating, choose };
  return (
    <>
      <div className={styles.options} style={{ '--levels': scale.length } as React.CSSProperties}>
        {scale.map((level) => (
          <Choice
            key={level.key}
            {...shared}
            rating={level.key}
            step={rampStep(scale, level)}
            number={level.value}
            title={level.label}
            text={indicator.descriptors[level.key] ?? level.description ?? undefined}
          />
        ))}
      </div>
      <div className={styles.others}>
        {indicator.mayBeNotApplicable && <Choice {...shared} rating={NOT_APPLICABLE} title={t('rating.na')} />}
        <Choice {...shared} rating={DONT_KNOW} title={t('rating.dk')} />
        <span className={styles.state}>
          {answer.rating === null && <StatusBadge status="open" label={t('indicator.open')} quiet />}
          {answer.rating === DONT_KNOW && t('indicator.dkHint')}
          {answer.rating === NOT_APPLICABLE && t('indicator.naHint')}
        </span>
      </div>
    </>
  );
}

interface ChoiceProps {
  name: string;
  rating: string;
  current: Rating;
  title: string;
  choose: (rating: Rating) => void;
  step?: number;
  number?: number | string;
  text?: string;
}

function Choice({ name, rating, current, title, choose, step, number, text }: ChoiceProps) {
  return (
    <label className={text ? styles.option : styles.plain} data-level={step} data-on={current === rating}>
      <input type="radio" name={name} checked={current === rating} onChange={() => choose(rating)} />
      <span>
        <b>
          {number !== undefined && <i>{number}</i>}
          {title}
        </b>
        {text && <span>{text}</span>}
      </span>
    </label>
  );
}
