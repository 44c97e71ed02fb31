import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Round } from '../../api/readiness';
import { EvidenceLink } from '../../components/readiness/evidence-link';
import type { AgendaItem } from './consensus-session';
import { EvidenceDialog } from './evidence-dialog';
import styles from './consensus.module.css';

/** Evidence for this indicator, with the way to add what the talk brings up. */
export function TalkEvidence({ item, round, mayAdd }: { item: AgendaItem; round: Round; mayAdd: boolean }) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const cache = useQueryClient();
  const [adding, setAdding] = useState(false);
  return (
    <div className={styles.evidence}>
      <h3>{words('indicator.evidence')}</h3>
      {item.evidence.length === 0 && <p>{t('talk.noEvidence')}</p>}
      <ul>
        {item.evidence.map((evidence) => (
          <li key={evidence.id}>
            <EvidenceLink evidence={evidence} />
          </li>
        ))}
      </ul>
      {mayAdd && (
        <Button
          size="sm"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('evidence.add')}
        </Button>
      )}
      {adding && (
        <EvidenceDialog
          round={round}
          indicatorKey={item.indicatorKey}
          onClose={() => setAdding(false)}
          onAdded={() => void cache.invalidateQueries({ queryKey: ['consensus'] })}
        />
      )}
    </div>
  );
}
