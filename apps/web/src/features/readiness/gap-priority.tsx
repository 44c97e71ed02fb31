import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gap } from '../../api/readiness';
import { useNotices } from '../../components/feedback/notices';
import { Panel } from '../../components/panel';
import { BANDS, type Band } from '../../components/readiness/words';
import { BandMatrix } from './band-matrix';
import { bandOf, JUDGMENTS, type Judgment } from './band';
import styles from './gaps.module.css';
import { useChangeGap } from './use-change-gap';

/** The team's judgment of impact and effort, the band that follows, and a band of one's own with its reason. */
export function GapPriority({ gap }: { gap: Gap }) {
  const { t } = useTranslation('readiness');
  const mayChange = gap.allowed.includes('update');
  const [impact, setImpact] = useState(gap.impact as Judgment | null);
  const [effort, setEffort] = useState(gap.effort as Judgment | null);
  const proposed = impact && effort ? bandOf(impact, effort) : null;
  return (
    <Panel title={t('gap.priority')}>
      <p className={styles.text}>{t(mayChange ? 'gap.priorityWhy' : 'gap.readOnly')}</p>
      <Stack gap="md">
        <JudgmentChoice label={t('gap.impact')} value={impact} onChange={setImpact} disabled={!mayChange} />
        <JudgmentChoice label={t('gap.effort')} value={effort} onChange={setEffort} disabled={!mayChange} />
        <BandMatrix impact={impact} effort={effort} />
        <p className={styles.text} role="status">
          {proposed ? t('gap.proposed', { band: t(`band.${proposed}`) }) : t('gap.proposedNone')}
        </p>
        <BandForm gap={gap} impact={impact} effort={effort} proposed={proposed} mayChange={mayChange} />
      </Stack>
    </Panel>
  );
}

interface JudgmentChoiceProps {
  label: string;
  value: Judgment | null;
  onChange: (value: Judgment) => void;
  disabled: boolean;
}

function JudgmentChoice({ label, value, onChange, disabled }: JudgmentChoiceProps) {
  const { t } = useTranslation('readiness');
  const id = useId();
  return (
    <div>
      <Text id={id} size="sm" fw={600} mb={4}>
        {label}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        disabled={disabled}
        value={value ? String(value) : ''}
        onChange={(next) => onChange(Number(next) as Judgment)}
        data={JUDGMENTS.map((step) => ({ value: String(step), label: `${step} ${t(`judgment.${step}`)}` }))}
      />
    </div>
  );
}

interface BandFormProps {
  gap: Gap;
  impact: Judgment | null;
  effort: Judgment | null;
  proposed: Band | null;
  mayChange: boolean;
}

function BandForm({ gap, impact, effort, proposed, mayChange }: BandFormProps) {
  const { t } = useTranslation('readiness');
  const notices = useNotices();
  const first = gap.band && gap.band !== gap.proposedBand ? (gap.band as Band) : null;
  const [own, setOwn] = useState(first);
  const [reason, setReason] = useState(gap.bandReason ?? '');
  const [refused, setRefused] = useState(false);
  const change = useChangeGap(gap, () => notices.done(t('gap.saved')));
  const differs = own !== null && own !== proposed;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const lacksReason = differs && reason.trim() === '';
    setRefused(lacksReason);
    if (lacksReason || !impact || !effort) return;
    const band = differs ? { band: own, bandReason: reason.trim() } : { band: null, bandReason: null };
    change.mutate({ impact, effort, ...band } as never, { onError: notices.failed });
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <Select
          label={t('gap.ownBand')}
          placeholder={t('gap.ownBandKeep')}
          clearable
          maw={320}
          value={own}
          disabled={!mayChange || !proposed}
          data={BANDS.map((band) => ({ value: band, label: t(`band.${band}`) }))}
          onChange={(next) => setOwn(next as Band | null)}
        />
        {differs && (
          <Textarea
            label={t('gap.reason')}
            description={t('gap.reasonHelp')}
            required
            autosize
            minRows={1}
            maxLength={2000}
            disabled={!mayChange}
            value={reason}
            error={refused && reason.trim() === '' ? t('gap.reasonNeeded') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {mayChange && (
          <Group>
            <Button type="submit" disabled={!proposed} loading={change.isPending}>
              {t('gap.save')}
            </Button>
            {!proposed && <Text size="sm">{t('gap.proposedNone')}</Text>}
          </Group>
        )}
      </Stack>
    </form>
  );
}
