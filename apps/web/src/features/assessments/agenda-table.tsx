import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/list/data-table';
import { LevelChip, useRatingWords } from '../../components/maturity';
import { scaleOf } from '../../components/readiness/instrument';
import { StatusBadge } from '../../components/status-badge';
import type { AgendaItem, TalkParts } from './consensus-session';
import styles from './consensus.module.css';

/** How many of a group are recorded. */
export function Done({ items }: { items: AgendaItem[] }) {
  const { t } = useTranslation('assessments');
  return <span>{t('talk.settled', { done: items.filter(({ rating }) => rating).length, total: items.length })}</span>;
}

interface AgendaTableProps extends TalkParts {
  items: AgendaItem[];
  caption: string;
  selection?: { keys: ReadonlySet<string>; onChange: (keys: Set<string>) => void };
}

/** Indicators of the agenda with why they stand here, where the talk may start, and what was recorded. */
export function AgendaTable({ items, caption, instrument, goTo, selection }: AgendaTableProps) {
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
