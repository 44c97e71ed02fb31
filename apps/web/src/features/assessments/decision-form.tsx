import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instrument, Round } from '../../api/readiness';
import { scaleOf } from '../../components/readiness/instrument';
import { rampStep, type ScaleLevel } from '../../components/scale';
import { choose, isOutside, type Decision } from './decision';
import { EvidenceNeeded, LateReason, OwnerFields, RangeFields } from './decision-fields';
import { DissentFields } from './dissent-fields';
import { StartingPoint } from './talk-spread';
import type { AgendaItem } from './consensus-session';
import styles from './consensus.module.css';

/** What the decision form gets. */
export interface DecisionFormProps {
  item: AgendaItem;
  decision: Decision;
  onChange: (decision: Decision) => void;
  round: Round;
  instrument: Instrument;
  /** Refusals by field, and those that belong to none. */
  errors: Record<string, string>;
  others: string[];
}

/** What the team agrees on: an outcome, why, and who sees it differently. Nothing is chosen beforehand. */
export function DecisionForm(props: DecisionFormProps) {
  const { t } = useTranslation('assessments');
  const { item, decision, onChange, instrument, errors, others } = props;
  const scale = scaleOf(instrument);
  const set = (part: Partial<Decision>) => onChange({ ...decision, ...part });
  return (
    <div className={styles.decide}>
      <h2 id="decide">{t('talk.decide')}</h2>
      <StartingPoint item={item} scale={scale} />
      <LevelChoices {...props} scale={scale} />
      <Alternatives {...props} />
      {others.map((message) => (
        <p key={message} role="alert" className={styles.refused}>
          {message}
        </p>
      ))}
      <EvidenceNeeded {...props} />
      {decision.outcome === 'no_consensus' && <RangeFields {...props} scale={scale} />}
      {decision.outcome === 'unresolved' && <OwnerFields {...props} />}
      {(isOutside(scale, item, decision.level) || errors['outsideReason']) && (
        <Textarea
          size="md"
          label={t('talk.outside')}
          description={t('talk.outsideHelp')}
          required
          autosize
          minRows={1}
          error={errors['outsideReason']}
          value={decision.outsideReason}
          onChange={(event) => set({ outsideReason: event.currentTarget.value })}
        />
      )}
      {decision.outcome && decision.outcome !== 'unresolved' && (
        <Textarea
          size="md"
          label={t('talk.rationale')}
          description={t('talk.rationaleHelp')}
          required
          autosize
          minRows={2}
          maxLength={4000}
          error={errors['rationale']}
          value={decision.rationale}
          onChange={(event) => set({ rationale: event.currentTarget.value })}
        />
      )}
      {decision.outcome && <DissentFields {...props} />}
      <LateReason {...props} />
    </div>
  );
}

function LevelChoices({ decision, onChange, item, scale, errors }: DecisionFormProps & { scale: ScaleLevel[] }) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <div className={styles.choices} role="group" aria-label={t('talk.level')}>
        {scale.map((level) => (
          <button
            key={level.key}
            type="button"
            data-level={rampStep(scale, level)}
            aria-pressed={decision.outcome === 'level' && decision.level === level.key}
            onClick={() => onChange({ ...choose(decision, 'level', item), level: level.key })}
          >
            <b>{level.value}</b>
            {level.label}
          </button>
        ))}
      </div>
      {errors['level'] && (
        <p role="alert" className={styles.refused}>
          {errors['level']}
        </p>
      )}
    </>
  );
}

function Alternatives({ decision, onChange, item }: DecisionFormProps) {
  const { t } = useTranslation('assessments');
  const outcomes = (['no_consensus', 'not_applicable', 'unresolved'] as const).filter(
    (outcome) => outcome !== 'not_applicable' || item.indicator.mayBeNotApplicable,
  );
  return (
    <div className={styles.alternatives} role="group" aria-label={t('talk.otherOutcomes')}>
      {outcomes.map((outcome) => (
        <button
          key={outcome}
          type="button"
          aria-pressed={decision.outcome === outcome}
          onClick={() => onChange(choose(decision, outcome, item))}
        >
          {t(`outcome.${outcome}`)}
        </button>
      ))}
    </div>
  );
}
