import { Button, Select, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { partnershipTeamQuery, useTenant } from '../../api/readiness';
import type { Decision } from './decision';
import type { DecisionFormProps } from './decision-form';
import styles from './consensus.module.css';

/** Views that organizations hold against the outcome; an organization is named only when it agrees. */
export function DissentFields({ decision, onChange, round, errors }: DecisionFormProps) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const members = useQuery(partnershipTeamQuery(useTenant(), round.partnershipId)).data?.members ?? [];
  const organizations = new Map(
    members.map(({ organizationId, organizationName }) => [organizationId, organizationName]),
  );
  const set = (dissent: Decision['dissent']) => onChange({ ...decision, dissent });
  const change = (at: number, part: Partial<Decision['dissent'][number]>) =>
    set(decision.dissent.map((entry, i) => (i === at ? { ...entry, ...part } : entry)));
  const taken = new Set(decision.dissent.map(({ organizationId }) => organizationId));
  return (
    <fieldset className={styles.dissent}>
      <legend>{t('dissent.title')}</legend>
      <p>{t('dissent.help')}</p>
      {decision.dissent.map((entry, i) => (
        <div key={i}>
          <Select
            size="md"
            label={t('dissent.organization')}
            searchable
            data={[...organizations]
              .filter(([id]) => id === entry.organizationId || !taken.has(id))
              .map(([value, label]) => ({ value, label }))}
            value={entry.organizationId || null}
            onChange={(organizationId) => change(i, { organizationId: organizationId ?? '' })}
          />
          <Textarea
            size="md"
            label={t('dissent.view')}
            autosize
            minRows={1}
            maxLength={2000}
            value={entry.text}
            onChange={(event) => change(i, { text: event.currentTarget.value })}
          />
          <Button size="compact-sm" variant="subtle" onClick={() => set(decision.dissent.filter((_, j) => j !== i))}>
            {words('action.remove')}
          </Button>
        </div>
      ))}
      {errors['dissent'] && (
        <p role="alert" className={styles.refused}>
          {errors['dissent']}
        </p>
      )}
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => set([...decision.dissent, { organizationId: '', text: '' }])}
      >
        {t('dissent.add')}
      </Button>
    </fieldset>
  );
}
