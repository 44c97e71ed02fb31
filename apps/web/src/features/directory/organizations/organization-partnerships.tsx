import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NameCell } from '../../../components/cell';
import { DataTable } from '../../../components/list/data-table';
import { Panel } from '../../../components/panel';
import { EmptyState, Loaded } from '../../../components/states';
import { PartnershipStatus } from '../../../components/partnership-status';
import { partnershipsOfQuery, useTenantSlug } from '../use-directory';

/** The partnerships of which an organization is a member. */
export function OrganizationPartnerships({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation(['directory', 'partnerships']);
  const tenant = useTenantSlug();
  const query = useQuery(partnershipsOfQuery(tenant, { organizationId }));
  return (
    <Panel title={t('directory:inPartnerships')} flush>
      <Loaded query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('directory:noPartnershipHere')} why={t('directory:noPartnershipHereWhy')} />
          ) : (
            <DataTable
              caption={t('directory:inPartnerships')}
              rows={items}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'name',
                  title: t('directory:partnership'),
                  header: true,
                  cell: (row) => (
                    <NameCell
                      name={row.name}
                      to={`/t/${tenant}/partnerships/${row.id}`}
                      sub={t(`partnerships:level.${row.level}`)}
                    />
                  ),
                },
                {
                  key: 'members',
                  title: t('directory:memberCount'),
                  align: 'right',
                  phone: 'label',
                  cell: (row) => row.memberCount,
                },
                {
                  key: 'status',
                  title: t('directory:state'),
                  cell: (row) => <PartnershipStatus status={row.status} quiet />,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
