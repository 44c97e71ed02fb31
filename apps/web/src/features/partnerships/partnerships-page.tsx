import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { regionChoicesQuery } from '../../api/readiness';
import { useWorkplace } from '../../app/workplace';
import { NameCell } from '../../components/cell';
import type { Column } from '../../components/list/data-table';
import type { FilterDef } from '../../components/list/filters';
import { ListSearch } from '../../components/list/list-search';
import { RecordList } from '../../components/list/record-list';
import { useListState } from '../../components/list/use-list-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { EmptyState } from '../../components/states';
import { useFormats } from '../../i18n/format';
import { PartnershipStatus } from '../../components/partnership-status';
import { partnershipsQuery, useTenantSlug, type PartnershipItem } from './use-partnerships';

const LEVELS = ['state', 'local'] as const;
const STATUSES = ['forming', 'active', 'ended'] as const;

/** The partnerships that this person may see. */
export function PartnershipsPage() {
  const { t } = useTranslation('partnerships');
  const tenant = useTenantSlug();
  const list = useListState({ filters: useFilters(), sort: 'name' });
  const query = useQuery(partnershipsQuery(tenant, list.query));
  const add = useWorkplace().grant.role === 'state_admin' && (
    <Button component={Link} to={`/t/${tenant}/partnerships/new`} leftSection={<IconPlus size={17} aria-hidden />}>
      {t('new.title')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} summary={t('list.summary')} actions={add} />
      <Panel title={t('list.all')} flush aside={<ListSearch list={list} label={t('list.search')} />}>
        <RecordList
          caption={t('list.title')}
          list={list}
          query={query}
          columns={useColumns()}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          exportFrom={`/api/v1/t/${tenant}/partnerships`}
          empty={
            <EmptyState
              title={t('list.emptyTitle')}
              why={t(add ? 'list.emptyAdd' : 'list.emptyWait')}
              action={add || undefined}
            />
          }
        />
      </Panel>
    </>
  );
}

function useFilters(): FilterDef[] {
  const { t } = useTranslation('partnerships');
  const regions = useQuery(regionChoicesQuery(useTenantSlug())).data?.items ?? [];
  return [
    { key: 'q', label: t('list.name'), kind: 'text' },
    {
      key: 'level',
      label: t('field.level'),
      kind: 'choice',
      one: true,
      options: LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
    },
    {
      key: 'status',
      label: t('field.status'),
      kind: 'choice',
      one: true,
      options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      key: 'regionId',
      label: t('field.region'),
      kind: 'choice',
      one: true,
      options: regions.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}

function useColumns(): Column<PartnershipItem>[] {
  const { t } = useTranslation('partnerships');
  const formats = useFormats();
  const tenant = useTenantSlug();
  return [
    {
      key: 'name',
      title: t('list.one'),
      header: true,
      sort: 'name',
      cell: ({ id, name, level }) => (
        <NameCell name={name} to={`/t/${tenant}/partnerships/${id}`} sub={t(`level.${level}`)} />
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      sort: 'status',
      width: 130,
      cell: ({ status }) => <PartnershipStatus status={status} quiet />,
    },
    {
      key: 'region',
      title: t('field.region'),
      phone: 'label',
      cell: ({ regionName, level }) => regionName ?? t(level === 'state' ? 'list.wholeState' : 'list.noRegion'),
    },
    {
      key: 'members',
      title: t('list.members'),
      align: 'right',
      phone: 'label',
      width: 110,
      cell: ({ memberCount }) => formats.number(memberCount),
    },
  ];
}
