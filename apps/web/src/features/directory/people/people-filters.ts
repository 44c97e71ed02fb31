import { useTranslation } from 'react-i18next';
import type { FilterDef } from '../../../components/list/filters';
import { useRoleOptions } from '../roles';

const STATUSES = ['active', 'invited', 'deactivated'] as const;

/** Filters of the list of people. */
export function usePeopleFilters(): FilterDef[] {
  const { t } = useTranslation('directory');
  const roles = useRoleOptions();
  return [
    { key: 'q', label: t('nameOrMail'), kind: 'text' },
    { key: 'role', label: t('role'), kind: 'choice', one: true, options: roles },
    {
      key: 'status',
      label: t('state'),
      kind: 'choice',
      one: true,
      options: STATUSES.map((value) => ({ value, label: t(`personStatus.${value}`) })),
    },
  ];
}
