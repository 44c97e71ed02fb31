import { useTranslation } from 'react-i18next';
import { NameCell, SubLine } from '../../../components/cell';
import type { Column } from '../../../components/list/data-table';
import { StatusBadge } from '../../../components/status-badge';
import { useTenantSlug, type Organization } from '../use-directory';
import { useKinds } from '../use-kinds';

/** Columns of the list of organizations. */
export function useOrganizationColumns(): Column<Organization>[] {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const { kindLabel } = useKinds();
  return [
    {
      key: 'name',
      title: t('organization'),
      sort: 'name',
      header: true,
      cell: (row) => <NameCell name={row.name} to={`/t/${tenant}/organizations/${row.id}`} sub={kindLabel(row.kind)} />,
    },
    { key: 'city', title: t('place'), sort: 'city', phone: 'label', cell: placeOf },
    { key: 'region', title: t('region'), phone: 'label', cell: (row) => row.regionName ?? '–' },
    {
      key: 'parent',
      title: t('belongsTo'),
      phone: 'label',
      cell: (row) =>
        row.parentId ? <NameCell name={row.parentName ?? ''} to={`/t/${tenant}/organizations/${row.parentId}`} /> : '–',
    },
    {
      key: 'ids',
      title: t('ids'),
      phone: 'hide',
      cell: (row) =>
        row.externalIds.slice(0, 2).map(({ scheme, value }) => (
          <SubLine key={scheme + value}>
            {t(`scheme.${scheme}`)} {value}
          </SubLine>
        )),
    },
    {
      key: 'status',
      title: t('state'),
      cell: (row) => <StatusBadge status={row.status} quiet />,
    },
  ];
}

/** "Kalamazoo, MI". */
export const placeOf = ({ city, state }: Organization): string => [city, state].filter(Boolean).join(', ') || '–';
