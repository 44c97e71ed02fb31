import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NameCell } from '../../../components/cell';
import { DataTable } from '../../../components/list/data-table';
import { Panel } from '../../../components/panel';
import { EmptyState, Loaded } from '../../../components/states';
import { useFormats } from '../../../i18n/format';
import { membershipsQuery, useTenantSlug } from '../use-directory';

/** The people who work for an organization, as far as the reader may see them. */
export function OrganizationPeople({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const formats = useFormats();
  const query = useQuery(membershipsQuery(tenant, { organizationId }));
  return (
    <Panel title={t('people')} flush>
      <Loaded query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('noPeopleHere')} why={t('noPeopleHereWhy')} />
          ) : (
            <DataTable
              caption={t('people')}
              rows={items}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'name',
                  title: t('person'),
                  header: true,
                  cell: (row) => (
                    <NameCell name={row.personName} to={`/t/${tenant}/people/${row.personId}`} sub={row.title} />
                  ),
                },
                { key: 'since', title: t('since'), phone: 'label', cell: (row) => formats.date(row.startsOn) },
                {
                  key: 'until',
                  title: t('until'),
                  phone: 'label',
                  cell: (row) => (row.endsOn ? formats.date(row.endsOn) : t('noEnd')),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
