import { Group, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { respondentsQuery, useTenant, type Instrument, type Round } from '../../api/readiness';
import { DateField } from '../../components/form/date-field';
import { levelsNeedingEvidence, scaleOf } from '../../components/readiness/instrument';
import { RuleNotice } from '../../components/rule-notice';
import { rampStep, type ScaleLevel } from '../../components/scale';
import { choose, isOutside, type Decision } from './decision';
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
  mayRecord: boolean;
  /** Refusals by field, and those that belong to none. */
  errors: Record<string, string>;
  others: string[];
}

/** What the team agrees on: an outcome, why, and who sees it differently. Nothing is chosen beforehand. */
export function DecisionForm(props: DecisionFormProps) {
  const { t } = useTranslation('assessments');
  const { item, decision, onChange, instrument, mayRecord, errors, others } = props;
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
          disabled={!mayRecord}
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
          disabled={!mayRecord}
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

function LevelChoices({
  decision,
  onChange,
  item,
  mayRecord,
  scale,
  errors,
}: DecisionFormProps & { scale: ScaleLevel[] }) {
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
            disabled={!mayRecord}
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

function Alternatives({ decision, onChange, item, mayRecord }: DecisionFormProps) {
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
          disabled={!mayRecord}
          onClick={() => onChange(choose(decision, outcome, item))}
        >
          {t(`outcome.${outcome}`)}
        </button>
      ))}
    </div>
  );
}

/** Said before saving: the upper levels need something to rest on. */
function EvidenceNeeded({ decision, item, instrument }: DecisionFormProps) {
  const { t } = useTranslation('assessments');
  const level = levelsNeedingEvidence(instrument).find(({ key }) => key === decision.level);
  if (!level || item.evidence.length > 0) return null;
  return (
    <RuleNotice severity="block" name={t('talk.evidenceNeeded', { level: `${level.value} ${level.label}` })}>
      {t('talk.evidenceNeededHelp')}
    </RuleNotice>
  );
}

function RangeFields({ decision, onChange, mayRecord, scale, errors }: DecisionFormProps & { scale: ScaleLevel[] }) {
  const { t } = useTranslation('assessments');
  const data = scale.map(({ key, value, label }) => ({ value: key, label: `${value} ${label}` }));
  return (
    <Group grow align="flex-start">
      {(['low', 'high'] as const).map((end) => (
        <Select
          key={end}
          size="md"
          label={t(`talk.${end}`)}
          required
          data={data}
          disabled={!mayRecord}
          value={decision[end]}
          error={errors[end]}
          onChange={(value) => onChange({ ...decision, [end]: value })}
        />
      ))}
    </Group>
  );
}

function OwnerFields({ decision, onChange, round, mayRecord, errors }: DecisionFormProps) {
  const { t } = useTranslation('assessments');
  const respondents = useQuery(respondentsQuery(useTenant(), round.id)).data?.items ?? [];
  const people = new Map(
    respondents.map(({ personId, personName, organizationName }) => [personId, `${personName}, ${organizationName}`]),
  );
  if (round.facilitatorPersonId && !people.has(round.facilitatorPersonId))
    people.set(round.facilitatorPersonId, round.facilitatorName ?? '');
  return (
    <Group grow align="flex-start">
      <Select
        size="md"
        label={t('talk.owner')}
        required
        searchable
        disabled={!mayRecord}
        data={[...people].map(([value, label]) => ({ value, label }))}
        value={decision.ownerPersonId}
        error={errors['ownerPersonId']}
        onChange={(ownerPersonId) => onChange({ ...decision, ownerPersonId })}
      />
      <DateField
        size="md"
        label={t('talk.due')}
        required
        disabled={!mayRecord}
        value={decision.dueOn}
        error={errors['dueOn']}
        onChange={(dueOn) => onChange({ ...decision, dueOn })}
      />
    </Group>
  );
}

/** After approval was asked for once, every change needs its reason. */
function LateReason({ decision, onChange, round, mayRecord, errors }: DecisionFormProps) {
  const { t } = useTranslation('assessments');
  const late = round.history.some(({ status }) => status === 'awaiting_approval');
  if (!decision.outcome || (!late && !errors['reason'])) return null;
  return (
    <Textarea
      size="md"
      label={t('talk.late')}
      description={t('talk.lateHelp')}
      required
      autosize
      minRows={1}
      disabled={!mayRecord}
      error={errors['reason']}
      value={decision.reason}
      onChange={(event) => onChange({ ...decision, reason: event.currentTarget.value })}
    />
  );
}
