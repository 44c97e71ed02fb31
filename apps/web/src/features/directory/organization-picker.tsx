import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationQuery, organizationsQuery, useTenantSlug, type ListValues } from './use-directory';
import { useKinds } from './use-kinds';

interface OrganizationPickerProps extends Omit<SelectProps, 'data' | 'filter' | 'value'> {
  value?: string | null;
  /** Limits the choice, as the list of organizations does: `kind`, `status`. */
  among?: ListValues;
}

const SHOWN = 20;

/** Chooses an organization by typing part of its name. */
export function OrganizationPicker({ value, among, ...rest }: OrganizationPickerProps) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const { kindLabel } = useKinds();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const chosen = useQuery({ ...organizationQuery(tenant, value ?? ''), enabled: Boolean(value) });
  const typed = q && q !== chosen.data?.name;
  const found = useQuery(organizationsQuery(tenant, { limit: SHOWN, ...among, ...(typed && { q }) }));
  const rows = found.data?.items ?? [];
  const all = chosen.data && !rows.some((row) => row.id === value) ? [chosen.data, ...rows] : rows;
  return (
    <Select
      searchable
      allowDeselect={false}
      clearable={!rest.required}
      clearButtonProps={{ 'aria-label': t('clearChoice') }}
      placeholder={t('typeToSearch')}
      nothingFoundMessage={found.isFetching ? t('searching') : t('nothingFound')}
      data={all.map((row) => ({ value: row.id, label: row.name }))}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const row = all.find((one) => one.id === option.value);
        return (
          <span>
            {option.label}
            <small style={{ display: 'block', color: 'var(--bw-ink-2)' }}>
              {row && [kindLabel(row.kind), row.city].filter(Boolean).join(', ')}
            </small>
          </span>
        );
      }}
      value={value ?? null}
      onSearchChange={setText}
      {...rest}
    />
  );
}
