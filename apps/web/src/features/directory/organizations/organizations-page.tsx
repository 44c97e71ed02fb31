import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBuilding, IconPlus, IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ListSearch } from '../../../components/list/list-search';
import { RecordList } from '../../../components/list/record-list';
import { useListState } from '../../../components/list/use-list-state';
import { PageHeader } from '../../../components/page-header';
import { Panel } from '../../../components/panel';
import { EmptyState } from '../../../components/states';
import { useFormats } from '../../../i18n/format';
import { organizationsQuery, useTenantSlug } from '../use-directory';
import { useMay } from '../use-may';
import { useOrganizationColumns } from './organization-columns';
import { useOrganizationFilters } from './organization-filters';

/** Organizations of every kind, with filters, order, pages and download. */
export function OrganizationsPage() {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const formats = useFormats();
  const list = useListState({ filters: useOrganizationFilters(), sort: 'name' });
  const query = useQuery(organizationsQuery(tenant, list.query));
  const columns = useOrganizationColumns();
  const count = query.data && formats.number(query.data.total);
  return (
    <>
      <PageHeader
        title={t('organizations')}
        summary={count && t('organizationsSummary', { count: query.data?.total, number: count })}
        actions={<Actions />}
      />
      <Panel title={t('allOrganizations')} flush aside={<ListSearch list={list} label={t('searchOrganizations')} />}>
        <RecordList
          caption={t('organizations')}
          list={list}
          query={query}
          columns={columns}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          exportFrom={`/api/v1/t/${tenant}/organizations`}
          empty={
            <EmptyState
              title={t('noOrganizations')}
              why={t('noOrganizationsWhy')}
              picture={<IconBuilding size={44} stroke={1.3} />}
              action={<Actions />}
            />
          }
        />
      </Panel>
    </>
  );
}

function Actions() {
  const { t } = useTranslation('directory');
  const may = useMay();
  return (
    <Group gap="xs">
      <Button component={Link} to="../regions" relative="path" variant="default">
        {t('regions')}
      </Button>
      {may.import && (
        <Button
          component={Link}
          to="../imports"
          relative="path"
          variant="default"
          leftSection={<IconUpload size={17} aria-hidden />}
        >
          {t('importLists')}
        </Button>
      )}
      {may.addOrganizations && (
        <Button component={Link} to="new" leftSection={<IconPlus size={17} aria-hidden />}>
          {t('newOrganization')}
        </Button>
      )}
    </Group>
  );
}
