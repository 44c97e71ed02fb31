import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { useKindLabel } from '../../api/kinds';
import styles from './partnerships.module.css';
import { useTenantSlug } from './use-partnerships';

interface OrganizationFieldProps extends Omit<SelectProps, 'data' | 'filter'> {
  /** Organizations that cannot be chosen: they are members already. */
  without?: string[];
}

const SHOWN = 20;
const REST = 250;

/** Chooses an organization of the tenant by part of its name. */
export function OrganizationField({ without = [], ...rest }: OrganizationFieldProps) {
  const { t } = useTranslation('partnerships');
  const kindLabel = useKindLabel();
  const [text, setText] = useState('');
  const found = useFound(text);
  const rows = (found.data?.items ?? []).filter(({ id }) => id === rest.value || !without.includes(id));
  return (
    <Select
      searchable
      placeholder={t('member.searchHint')}
      nothingFoundMessage={t(found.isFetching ? 'member.searching' : 'member.nothingFound')}
      data={rows.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const row = rows.find(({ id }) => id === option.value);
        return (
          <span>
            {option.label}
            {row && <span className={styles.sub}>{[kindLabel(row.kind), row.city].filter(Boolean).join(', ')}</span>}
          </span>
        );
      }}
      onSearchChange={setText}
      {...rest}
    />
  );
}

function useFound(text: string) {
  const tenant = useTenantSlug();
  const [q] = useDebouncedValue(text.trim(), REST);
  return useQuery({
    queryKey: ['organizations', tenant, 'search', q],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/t/{tenant}/organizations', {
          params: { path: { tenant }, query: { limit: SHOWN, total: 'none', status: 'active', ...(q && { q }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
