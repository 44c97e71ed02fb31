import { Group, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { respondentsQuery, useTenant } from '../../api/readiness';
import { DateField } from '../../components/form/date-field';
import { levelsNeedingEvidence } from '../../components/readiness/instrument';
import { RuleNotice } from '../../components/rule-notice';
import type { ScaleLevel } from '../../components/scale';
import type { DecisionFormProps } from './decision-form';

/** Said before saving: the upper levels need something to rest on. */
export function EvidenceNeeded({ decision, item, instrument }: DecisionFormProps) {
  const { t } = useTranslation('assessments');
  const level = levelsNeedingEvidence(instrument).find(({ key }) => key === decision.level);
  if (!level || item.evidence.length > 0) return null;
  return (
    <RuleNotice severity="block" name={t('talk.evidenceNeeded', { level: `${level.value} ${level.label}` })}>
      {t('talk.evidenceNeededHelp')}
    </RuleNotice>
  );
}

/** The range that stays on the table without consensus. */
export function RangeFields({ decision, onChange, scale, errors }: DecisionFormProps & { scale: ScaleLevel[] }) {
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
          value={decision[end]}
          error={errors[end]}
          onChange={(value) => onChange({ ...decision, [end]: value })}
        />
      ))}
    </Group>
  );
}

/** Who settles an unresolved indicator, and by when. */
export function OwnerFields({ decision, onChange, round, errors }: DecisionFormProps) {
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
        data={[...people].map(([value, label]) => ({ value, label }))}
        value={decision.ownerPersonId}
        error={errors['ownerPersonId']}
        onChange={(ownerPersonId) => onChange({ ...decision, ownerPersonId })}
      />
      <DateField
        size="md"
        label={t('talk.due')}
        required
        value={decision.dueOn}
        error={errors['dueOn']}
        onChange={(dueOn) => onChange({ ...decision, dueOn })}
      />
    </Group>
  );
}

/** After approval was asked for once, every change needs its reason. */
export function LateReason({ decision, onChange, round, errors }: DecisionFormProps) {
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
      error={errors['reason']}
      value={decision.reason}
      onChange={(event) => onChange({ ...decision, reason: event.currentTarget.value })}
    />
  );
}
