import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { partnershipsOfQuery, useTenantSlug } from '../use-directory';

/** Chooses a partnership of the tenant. */
export function PartnershipPicker(props: Omit<SelectProps, 'data'>) {
  const { t } = useTranslation('directory');
  const { data } = useQuery(partnershipsOfQuery(useTenantSlug(), {}));
  return (
    <Select
      searchable
      nothingFoundMessage={t('nothingFound')}
      data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      {...props}
    />
  );
}
