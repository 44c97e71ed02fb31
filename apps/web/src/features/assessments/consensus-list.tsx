import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { useTenant } from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import { DataTable, type Column } from '../../components/list/data-table';
import { LevelChip, useRatingWords } from '../../components/maturity';
import { Panel } from '../../components/panel';
import { scaleOf } from '../../components/readiness/instrument';
import { StatusBadge } from '../../components/status-badge';
import type { AgendaItem, TalkParts } from './consensus-session';
import { MissingList } from './missing-list';
import { useMoveRound } from './use-move-round';
import styles from './consensus.module.css';

const CATEGORIES = [1, 2, 3, 4, 5] as const;
/** The group that may be confirmed together. */
const QUICK = 5;

/** The whole agenda by urgency, joint confirmation of what is clear, and the request for approval. */
export function ConsensusList(parts: TalkParts) {
  const { t } = useTranslation('assessments');
  const { round, instrument, agenda, goTo } = parts;
  const move = useMoveRound(round);
  const open = agenda.filter(({ rating }) => !rating);
  return (
    <div className={styles.list}>
      <div className={styles.listHead}>
        <div>
          <h1>{t('talk.agenda')}</h1>
          <p>{t('talk.agendaHelp')}</p>
        </div>
        <div className={styles.buttons}>
          {open.length > 0 && (
            <Button size="md" onClick={() => goTo(open[0]!.indicatorKey)}>
              {t(open.length === agenda.length ? 'talk.begin' : 'talk.goOn')}
            </Button>
          )}
          {round.allowed.includes('request_approval') && (
            <Button
              size="md"
              variant={open.length > 0 ? 'default' : 'filled'}
              loading={move.busy}
              onClick={() => move.go({ step: 'request_approval' })}
            >
              {t('step.request_approval')}
            </Button>
          )}
        </div>
      </div>
      <MissingList round={round} instrument={instrument} missing={move.missing} />
      {CATEGORIES.map((category) => {
        const items = agenda.filter(({ order }) => order.category === category);
        if (items.length === 0) return null;
        return category === QUICK ? (
          <QuickGroup key={category} {...parts} items={items} />
        ) : (
          <Panel key={category} title={t(`category.${category}`)} flush aside={<Done items={items} />}>
            <AgendaTable {...parts} items={items} caption={t(`category.${category}`)} />
          </Panel>
        );
      })}
    </div>
  );
}

function Done({ items }: { items: AgendaItem[] }) {
  const { t } = useTranslation('assessments');
  return <span>{t('talk.settled', { done: items.filter(({ rating }) => rating).length, total: items.length })}</span>;
}

interface AgendaTableProps extends TalkParts {
  items: AgendaItem[];
  caption: string;
  selection?: { keys: ReadonlySet<string>; onChange: (keys: Set<string>) => void };
}

function AgendaTable({ items, caption, instrument, goTo, selection }: AgendaTableProps) {
  const { t } = useTranslation('assessments');
  const scale = scaleOf(instrument);
  const columns: Column<AgendaItem>[] = [
    {
      key: 'statement',
      title: t('list.indicator'),
      header: true,
      cell: (item) => (
        <button type="button" className={styles.open} onClick={() => goTo(item.indicatorKey)}>
          <b>{item.indicator.code}</b> {item.indicator.statement}
        </button>
      ),
    },
    {
      key: 'why',
      title: t('talk.whyHere'),
      width: 260,
      cell: ({ order }) => (
        <span className={styles.small}>
          {order.reasons.map((reason) => t(`reason.${reason as 'split'}`)).join(' ')}
        </span>
      ),
    },
    {
      key: 'start',
      title: t('talk.start'),
      width: 110,
      phone: 'label',
      cell: ({ proposal }) => (proposal ? <LevelChip scale={scale} rating={proposal} /> : t('talk.noStart')),
    },
    {
      key: 'result',
      title: t('talk.result'),
      width: 190,
      cell: (item) => <Outcome item={item} scale={scale} />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={items}
      rowKey={(item) => item.indicatorKey}
      selection={selection && { ...selection, nameOf: (item) => item.indicator.code }}
    />
  );
}

function Outcome({ item, scale }: { item: AgendaItem; scale: ReturnType<typeof scaleOf> }) {
  const { t } = useTranslation('assessments');
  const words = useRatingWords(scale);
  const { rating } = item;
  if (!rating) return <StatusBadge status="open" label={t('talk.notYet')} quiet />;
  if (rating.outcome === 'level')
    return (
      <span className={styles.outcome}>
        <LevelChip scale={scale} rating={rating.level} label="" /> {words.word(rating.level)}
      </span>
    );
  if (rating.outcome === 'no_consensus') {
    const range = t('talk.range', { low: words.sign(rating.low), high: words.sign(rating.high) });
    return <StatusBadge status="noConsensus" label={`${t('outcomeDone.no_consensus')}, ${range}`} quiet />;
  }
  const status = rating.outcome === 'unresolved' ? 'waiting' : 'done';
  return <StatusBadge status={status} label={t(`outcomeDone.${rating.outcome}`)} quiet />;
}

/** Indicators on which the answers agree: confirmed in one step, each still open to objection. */
function QuickGroup(parts: TalkParts & { items: AgendaItem[] }) {
  const { t } = useTranslation('assessments');
  const { round, items, agenda } = parts;
  const open = items.filter(({ rating }) => !rating).map(({ indicatorKey }) => indicatorKey);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const keys = new Set(open.filter((key) => !left.has(key)));
  const mayRecord = round.allowed.includes('facilitate');
  const confirm = useConfirmTogether(parts);
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
              <b>{codes.get(indicatorKey)}</b> {message}
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
