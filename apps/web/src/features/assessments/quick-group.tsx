import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { useTenant } from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import { Panel } from '../../components/panel';
import { useRefusalText } from '../../components/readiness/refusal';
import { AgendaTable, Done } from './agenda-table';
import type { AgendaItem, TalkParts } from './consensus-session';
import styles from './consensus.module.css';

/** Indicators on which the answers agree: confirmed in one step, each still open to objection. */
export function QuickGroup(parts: TalkParts & { items: AgendaItem[] }) {
  const { t } = useTranslation('assessments');
  const { round, items, agenda } = parts;
  const open = items.filter(({ rating }) => !rating).map(({ indicatorKey }) => indicatorKey);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const keys = new Set(open.filter((key) => !left.has(key)));
  const mayRecord = round.allowed.includes('facilitate');
  const confirm = useConfirmTogether(parts);
  const words = useRefusalText();
  const codes = new Map(agenda.map(({ indicatorKey, indicator }) => [indicatorKey, indicator.code]));
  return (
    <Panel title={t('category.5')} flush aside={<Done items={items} />}>
      <div className={styles.quick}>
        <p>{t('talk.quickHelp')}</p>
        {mayRecord && open.length > 0 && (
          <Button loading={confirm.isPending} disabled={keys.size === 0} onClick={() => confirm.go([...keys])}>
            {t('talk.confirm', { count: keys.size })}
          </Button>
        )}
      </div>
      {confirm.refused.length > 0 && (
        <ul className={styles.refusedList} role="alert">
          {confirm.refused.map(({ indicatorKey, rule, message }) => (
            <li key={indicatorKey + rule}>
              <b>{codes.get(indicatorKey)}</b> {words({ rule, message })}
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <AgendaTable
          {...parts}
          items={items.filter(({ rating }) => !rating)}
          caption={t('category.5')}
          selection={
            mayRecord ? { keys, onChange: (next) => setLeft(new Set(open.filter((key) => !next.has(key)))) } : undefined
          }
        />
      )}
      {open.length < items.length && (
        <AgendaTable {...parts} items={items.filter(({ rating }) => rating)} caption={t('talk.quickDone')} />
      )}
    </Panel>
  );
}

function useConfirmTogether({ round }: TalkParts) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const notices = useNotices();
  const write = useWrite(
    (indicatorKeys: string[]) =>
      unwrap(
        api.POST('/api/v1/t/{tenant}/assessments/{id}/consensus/confirm', {
          params: { path: { tenant, id: round.id } },
          body: { indicatorKeys },
        }),
      ),
    {
      refresh: [
        ['consensus', tenant, round.id],
        ['round', tenant, round.id],
      ],
      onSuccess: ({ confirmed }) => notices.done(t('talk.confirmed', { count: confirmed.length })),
    },
  );
  return {
    isPending: write.isPending,
    refused: write.data?.refused ?? [],
    go: (keys: string[]) => write.mutate(keys, { onError: notices.failed }),
  };
}
