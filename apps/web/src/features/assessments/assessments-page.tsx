import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { partnershipChoicesQuery, roundsQuery, useTenant, type RoundItem } from '../../api/readiness';
import { useWorkplace } from '../../app/workplace';
import type { Column } from '../../components/list/data-table';
import type { FilterDef } from '../../components/list/filters';
import { RecordList } from '../../components/list/record-list';
import { useListState } from '../../components/list/use-list-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { ROUND_STATUS, RoundBadge } from '../../components/readiness/round-badge';
import { EmptyState } from '../../components/states';
import { StatusBadge } from '../../components/status-badge';
import { useFormats } from '../../i18n/format';
import styles from './rounds.module.css';

const PLANNERS = ['coach', 'lead', 'state_admin'];

/** All rounds this person may see. */
export function AssessmentsPage() {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const mayPlan = PLANNERS.includes(useWorkplace().grant.role);
  const list = useListState({ filters: useRoundFilters(), sort: '-updatedAt' });
  const query = useQuery(roundsQuery(tenant, list.query));
  const plan = mayPlan && (
    <Button component={Link} to={`/t/${tenant}/assessments/new`} leftSection={<IconPlus size={17} aria-hidden />}>
      {t('new.title')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} summary={t('list.summary')} actions={plan} />
      <Panel title={t('list.all')} flush>
        <RecordList
          caption={t('list.title')}
          list={list}
          query={query}
          columns={useColumns()}
          rowKey={(round) => round.id}
          rowName={(round) => round.title}
          exportFrom={`/api/v1/t/${tenant}/assessments`}
          empty={
            <EmptyState
              title={t('list.emptyTitle')}
              why={t(mayPlan ? 'list.emptyPlan' : 'list.emptyWait')}
              action={plan || undefined}
            />
          }
        />
      </Panel>
    </>
  );
}

function useRoundFilters(): FilterDef[] {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const partnerships = useQuery(partnershipChoicesQuery(useTenant())).data?.items ?? [];
  return [
    {
      key: 'status',
      label: t('list.status'),
      kind: 'choice',
      one: true,
      options: Object.entries(ROUND_STATUS).map(([value, status]) => ({ value, label: words(`status.${status}`) })),
    },
    {
      key: 'partnershipId',
      label: t('list.partnership'),
      kind: 'choice',
      one: true,
      options: partnerships.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}

function useColumns(): Column<RoundItem>[] {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const tenant = useTenant();
  return [
    {
      key: 'title',
      title: t('list.round'),
      header: true,
      sort: 'title',
      cell: (round) => (
        <>
          <Link to={`/t/${tenant}/assessments/${round.id}`}>{round.title}</Link>
          <span className={styles.sub}>
            {t('list.cycle', { partnership: round.partnershipName, cycle: round.cycle })}
          </span>
        </>
      ),
    },
    {
      key: 'status',
      title: t('list.status'),
      cell: ({ status, submittedCount, respondentCount }) => (
        <RoundBadge status={status} answered={{ done: submittedCount, of: respondentCount }} quiet />
      ),
    },
    { key: 'mine', title: t('list.mine'), phone: 'label', cell: (round) => <Mine round={round} /> },
    {
      key: 'dueOn',
      title: t('list.due'),
      phone: 'label',
      sort: 'dueOn',
      cell: ({ dueOn, status }) => {
        if (!dueOn) return <span className={styles.sub}>{t('list.noDue')}</span>;
        const late = status === 'open' && dueOn < formats.today();
        return late ? <StatusBadge status="overdue" label={formats.date(dueOn)} /> : formats.date(dueOn);
      },
    },
    {
      key: 'facilitator',
      title: t('list.facilitator'),
      phone: 'label',
      cell: ({ facilitatorName }) => facilitatorName ?? t('list.nobody'),
    },
  ];
}

/** How far one's own answers are; nothing where one was not asked. */
function Mine({ round }: { round: RoundItem }) {
  const { t } = useTranslation('assessments');
  if (!round.myStatus) return <span className={styles.sub}>{t('list.notAsked')}</span>;
  if (round.myStatus === 'submitted') return <StatusBadge status="submitted" quiet />;
  return <>{t('list.answered', { done: round.myAnswered, total: round.indicatorCount })}</>;
}
