import { useTranslation } from 'react-i18next';
import type { Role } from '../../../app/places';
import { NameCell } from '../../../components/cell';
import type { Column } from '../../../components/list/data-table';
import { useFormats } from '../../../i18n/format';
import { useTenantSlug, type Person } from '../use-directory';
import { PersonStatus } from './person-status';

/** Columns of the list of people. */
export function usePeopleColumns(): Column<Person>[] {
  const { t } = useTranslation(['directory', 'shell']);
  const tenant = useTenantSlug();
  const formats = useFormats();
  const roles = (row: Person) => row.roles.map((role) => t(`shell:role.${role as Role}`));
  return [
    {
      key: 'name',
      title: t('directory:person'),
      sort: 'displayName',
      header: true,
      cell: (row) => <NameCell name={row.displayName} to={`/t/${tenant}/people/${row.id}`} sub={row.email} />,
    },
    {
      key: 'organizations',
      title: t('directory:worksFor'),
      phone: 'label',
      cell: (row) => formats.list(row.organizations.map(({ name }) => name)) || '–',
    },
    {
      key: 'roles',
      title: t('directory:roles'),
      phone: 'label',
      cell: (row) => formats.list(roles(row)) || t('directory:noRole'),
    },
    { key: 'status', title: t('directory:state'), cell: (row) => <PersonStatus status={row.status} quiet /> },
  ];
}
