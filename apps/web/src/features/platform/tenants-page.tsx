import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconBuildingBank, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/use-session';
import { NoAccessPage } from '../../components/state-pages';
import { NameCell } from '../../components/cell';
import type { Column } from '../../components/list/data-table';
import { RecordList } from '../../components/list/record-list';
import { useListState } from '../../components/list/use-list-state';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { EmptyState } from '../../components/states';
import { StatusBadge } from '../../components/status-badge';
import { NewTenantDialog } from './new-tenant-dialog';
import { TenantMoves } from './tenant-moves';
import { tenantsQuery, type Tenant } from './use-tenants';

/** The tenants of the platform, for those who make them. */
export function TenantsPage() {
  const { platformAdmin } = useMe().account;
  return platformAdmin ? <Tenants /> : <NoAccessPage />;
}

function Tenants() {
  const { t } = useTranslation('tenants');
  const list = useListState({ sort: 'name' });
  const query = useQuery(tenantsQuery(list.query));
  const [making, { open, close }] = useDisclosure();
  const columns = useColumns();
  const add = (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={open}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')} actions={add} />
      <Panel title={t('all')} flush>
        <RecordList
          caption={t('title')}
          list={list}
          query={query}
          columns={columns}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          empty={
            <EmptyState
              title={t('none')}
              why={t('noneWhy')}
              picture={<IconBuildingBank size={44} stroke={1.3} />}
              action={add}
            />
          }
        />
      </Panel>
      {making && <NewTenantDialog onClose={close} />}
    </>
  );
}

function useColumns(): Column<Tenant>[] {
  const { t } = useTranslation('tenants');
  return [
    {
      key: 'name',
      title: t('one'),
      sort: 'name',
      header: true,
      cell: (row) => <NameCell name={row.name} sub={row.demo && t('demo')} />,
    },
    { key: 'slug', title: t('address'), phone: 'label', cell: (row) => `/t/${row.slug}` },
    { key: 'zone', title: t('timeZone'), phone: 'label', cell: (row) => row.timeZone },
    {
      key: 'status',
      title: t('state'),
      cell: (row) => (
        <StatusBadge status={row.status === 'active' ? 'active' : 'locked'} label={t(`status.${row.status}`)} quiet />
      ),
    },
    { key: 'actions', title: t('actions'), align: 'right', cell: (row) => <TenantMoves tenant={row} /> },
  ];
}
