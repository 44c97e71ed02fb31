import { useTranslation } from 'react-i18next';
import type { TenantMe } from '../api/contract';
import { useMe, useTenantMes } from '../api/use-session';
import type { SwitcherItem } from '../components/shell/workplace-switcher';
import { useFormats } from '../i18n/format';
import type { Role, Workplace } from './places';

const scopeOf = (here: TenantMe | undefined, { role, scope, scopeId }: Workplace['grant']) =>
  here?.grants.find((held) => held.role === role && held.scope === scope && held.scopeId === scopeId)?.scopeName;

/** A workplace in words: the tenant, and role, scope and end under it. */
export function useWorkplaceWords(): (place: Workplace) => SwitcherItem {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const known = useTenantMes(useMe().tenants.map(({ slug }) => slug));
  return ({ id, tenant, grant }) => {
    const role = t(`role.${grant.role as Role}`);
    const scope = scopeOf(known.get(tenant.slug), grant);
    const until = grant.until ? `, ${t('until', { date: formats.date(grant.until) })}` : '';
    return { id, title: tenant.name, sub: (scope ? t('roleAt', { role, scope }) : role) + until };
  };
}
