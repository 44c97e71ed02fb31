import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppForm } from '../../../components/form/use-app-form';
import { DateField } from '../../../components/form/date-field';
import { OrganizationPicker } from '../organization-picker';
import { needsEnd, scopesOf, useRoleOptions, type GivenRole, type Scope } from '../roles';
import { useRegions } from '../use-directory';
import { PartnershipPicker } from './partnership-picker';

/** Fields of a role at a scope. */
export type ScopeValues = { role: GivenRole | null; scope: Scope | null; scopeId: string | null };

interface ScopeFieldsProps<T extends ScopeValues & Record<string, unknown>> {
  of: AppForm<T>;
  /** Field that holds the last day. */
  ends: string;
  /** Roles that may be given; all when left out. */
  roles?: GivenRole[];
  /** Organization that is chosen at first. */
  home?: string | null;
}

/** Chooses a role, where it is held, and its last day. */
export function ScopeFields<T extends ScopeValues & Record<string, unknown>>({
  of,
  ends,
  roles,
  home,
}: ScopeFieldsProps<T>) {
  const { t } = useTranslation('directory');
  const options = useRoleOptions().filter(({ value }) => !roles || roles.includes(value));
  const { role, scope } = of.form.values;
  const scopes = scopesOf(role);
  const choose = (next: string | null) => {
    const first = scopesOf(next as GivenRole | null)[0] ?? null;
    const scopeId = first === 'organization' ? (home ?? null) : null;
    of.form.setValues({ role: next, scope: first, scopeId } as unknown as Partial<T>);
  };
  return (
    <>
      <Select
        label={t('role')}
        data={options}
        searchable
        allowDeselect={false}
        {...of.field('role')}
        onChange={choose}
      />
      {scopes.length > 1 && (
        <Select
          label={t('where')}
          description={t('whereHelp')}
          data={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
          allowDeselect={false}
          {...of.field('scope')}
        />
      )}
      <Place of={of} scope={scope} />
      <DateField
        label={t('lastDay')}
        description={t(needsEnd(role) ? 'lastDayNeeded' : 'lastDayHelp')}
        {...of.field(ends)}
      />
    </>
  );
}

function Place<T extends ScopeValues & Record<string, unknown>>({
  of,
  scope,
}: {
  of: AppForm<T>;
  scope: Scope | null;
}) {
  const { t } = useTranslation('directory');
  const regions = useRegions();
  if (scope === 'organization')
    return <OrganizationPicker label={t('organization')} among={{ status: 'active' }} {...of.field('scopeId')} />;
  if (scope === 'partnership') return <PartnershipPicker label={t('partnership')} {...of.field('scopeId')} />;
  if (scope !== 'region') return null;
  return (
    <Select
      label={t('region')}
      data={(regions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      {...of.field('scopeId')}
    />
  );
}
