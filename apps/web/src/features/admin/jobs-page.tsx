import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkplace } from '../../app/workplace';
import { SubLine } from '../../components/cell';
import { useNotices } from '../../components/feedback/notices';
import { KeyFigure, KeyFigures } from '../../components/key-figure';
import layout from '../../components/layout.module.css';
import type { Column } from '../../components/list/data-table';
import { RecordList } from '../../components/list/record-list';
import { useListState } from '../../components/list/use-list-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { EmptyState } from '../../components/states';
import { StatusBadge, type StatusKey } from '../../components/status-badge';
import { useFormats } from '../../i18n/format';
import styles from './admin.module.css';
import { jobsQuery, useReplay, type FailedJob } from './use-jobs';

const LOOKS: Record<FailedJob['state'], StatusKey> = { failed: 'failed', replaying: 'underway', resolved: 'done' };
const STATES = ['failed', 'replaying', 'resolved'] as const;

/** Work in the background that was given up, and what is waiting. */
export function JobsPage() {
  const { t } = useTranslation('admin');
  const tenant = useWorkplace().tenant.slug;
  const options = STATES.map((value) => ({ value, label: t(`jobs.state.${value}`) }));
  const list = useListState({
    filters: [
      { key: 'state', label: t('jobs.stateTitle'), kind: 'choice', one: true, options },
      { key: 'eventType', label: t('jobs.event'), kind: 'text' },
      { key: 'handler', label: t('jobs.handler'), kind: 'text' },
    ],
  });
  const query = useQuery(jobsQuery(tenant, list.query));
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('jobs.title')} summary={t('jobs.summary')} />
      <div className={layout.stack}>
        {query.data && <Counts counts={query.data.counts} />}
        <Panel title={t('jobs.failedTitle')} flush>
          <RecordList
            caption={t('jobs.failedTitle')}
            list={list}
            query={query}
            columns={columns}
            rowKey={(row) => row.id}
            rowName={(row) => row.eventType}
            empty={<EmptyState title={t('jobs.emptyTitle')} why={t('jobs.emptyWhy')} />}
          />
        </Panel>
      </div>
    </>
  );
}

function Counts({ counts }: { counts: { waiting: number; failed: number; replaying: number } }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  return (
    <KeyFigures>
      <KeyFigure label={t('jobs.waiting')} value={formats.number(counts.waiting)} note={t('jobs.waitingNote')} />
      <KeyFigure
        label={t('jobs.failed')}
        value={formats.number(counts.failed)}
        note={t(counts.failed > 0 ? 'jobs.failedNote' : 'jobs.noneFailed')}
        tone={counts.failed > 0 ? 'bad' : 'good'}
      />
      <KeyFigure label={t('jobs.replaying')} value={formats.number(counts.replaying)} note={t('jobs.replayingNote')} />
    </KeyFigures>
  );
}

function useColumns(): Column<FailedJob>[] {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  return [
    {
      key: 'event',
      title: t('jobs.event'),
      header: true,
      cell: ({ eventType, handler }) => (
        <>
          <span className={styles.code}>{eventType}</span>
          <SubLine>{t('jobs.by', { handler })}</SubLine>
        </>
      ),
    },
    {
      key: 'error',
      title: t('jobs.error'),
      phone: 'label',
      cell: ({ error }) => <span className={styles.code}>{error}</span>,
    },
    {
      key: 'failedAt',
      title: t('jobs.failedAt'),
      phone: 'label',
      cell: ({ failedAt, attempts }) => (
        <>
          {formats.dateTime(failedAt)}
          <SubLine>{t('jobs.attempts', { count: attempts })}</SubLine>
        </>
      ),
    },
    {
      key: 'state',
      title: t('jobs.stateTitle'),
      cell: ({ state }) => <StatusBadge status={LOOKS[state]} label={t(`jobs.state.${state}`)} quiet />,
    },
    { key: 'replay', title: t('jobs.action'), align: 'right', cell: (job) => <Replay job={job} /> },
  ];
}

function Replay({ job }: { job: FailedJob }) {
  const { t } = useTranslation('admin');
  const notices = useNotices();
  const replay = useReplay(() => notices.done(t('jobs.replayed')));
  if (!job.allowed.includes('replay')) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconRefresh size={15} aria-hidden />}
      loading={replay.isPending}
      aria-label={t('jobs.replayNamed', { name: job.eventType })}
      onClick={() => replay.mutate(job, { onError: notices.failed })}
    >
      {t('jobs.replay')}
    </Button>
  );
}
