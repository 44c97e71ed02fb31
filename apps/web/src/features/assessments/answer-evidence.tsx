import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceQuery, useTenant, type Indicator, type Round } from '../../api/readiness';
import { EvidenceLink } from '../../components/readiness/evidence-link';
import type { ScaleLevel } from '../../components/scale';
import { useFormats } from '../../i18n/format';
import styles from './answer.module.css';
import { EvidenceDialog } from './evidence-dialog';

interface Named {
  id: string;
  title: string;
}
interface AnswerEvidenceProps {
  round: Round;
  indicator: Indicator;
  needing: ScaleLevel[];
  evidence: Named[];
  onChange: (evidence: Named[]) => void;
}

/** What supports an answer: links and files, with examples of what could. */
export function AnswerEvidence({ round, indicator, needing, evidence, onChange }: AnswerEvidenceProps) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const formats = useFormats();
  const tenant = useTenant();
  const [adding, setAdding] = useState(false);
  const known = useQuery({
    ...evidenceQuery(tenant, { assessmentId: round.id, limit: 200 }),
    enabled: evidence.length > 0,
  }).data?.items;
  const levels = formats.list(needing.map(({ value }) => String(value)));
  return (
    <>
      <p className={styles.label}>{words('indicator.evidence')}</p>
      <p className={styles.help}>
        {needing.length > 0 && words('indicator.evidenceHelp', { levels })}{' '}
        {indicator.evidenceHints.length > 0 &&
          words('indicator.evidenceExamples', { examples: indicator.evidenceHints.join(', ').toLowerCase() })}
      </p>
      {evidence.length > 0 && (
        <ul className={styles.files}>
          {evidence.map((item) => (
            <li key={item.id}>
              <EvidenceLink evidence={known?.find(({ id }) => id === item.id) ?? item} />
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('evidence.remove', { title: item.title })}
                onClick={() => onChange(evidence.filter(({ id }) => id !== item.id))}
              >
                {words('action.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        {t('evidence.add')}
        <span className="visually-hidden">: {indicator.code}</span>
      </Button>
      {adding && (
        <EvidenceDialog
          round={round}
          indicatorKey={indicator.key}
          onClose={() => setAdding(false)}
          onAdded={({ id, title }) => onChange([...evidence, { id, title }])}
        />
      )}
    </>
  );
}
