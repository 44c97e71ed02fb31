import { useTranslation } from 'react-i18next';
import type { FilterDef } from '../../../components/list/filters';
import { useRegions } from '../use-directory';
import { useKinds } from '../use-kinds';

/** Filters of the list of organizations. */
export function useOrganizationFilters(): FilterDef[] {
  const { t } = useTranslation(['directory', 'common']);
  const { options } = useKinds();
  const regions = useRegions();
  return [
    { key: 'q', label: t('directory:name'), kind: 'text' },
    { key: 'kind', label: t('directory:kind'), kind: 'choice', options },
    {
      key: 'regionId',
      label: t('directory:region'),
      kind: 'choice',
      one: true,
      options: (regions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'status',
      label: t('directory:state'),
      kind: 'choice',
      one: true,
      options: [
        { value: 'active', label: t('common:status.active') },
        { value: 'closed', label: t('common:status.closed') },
      ],
    },
    { key: 'state', label: t('directory:usState'), kind: 'text' },
    { key: 'externalId', label: t('directory:externalId'), kind: 'text' },
  ];
}
