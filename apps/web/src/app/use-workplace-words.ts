import { useTranslation } from 'react-i18next';
import type { SwitcherItem } from '../components/shell/workplace-switcher';
import { useFormats } from '../i18n/format';
import type { Role, Workplace } from './places';

/** A workplace in words: the tenant, and role, scope and end under it. */
export function useWorkplaceWords(): (place: Workplace) => SwitcherItem {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  return ({ tenant, grant }) => {
    const role = t(`role.${grant.role as Role}`);
    const at = grant.scopeName ? t('roleAt', { role, scope: grant.scopeName }) : role;
    const until = grant.endsOn ? `, ${t('until', { date: formats.date(grant.endsOn) })}` : '';
    return { id: grant.id, title: tenant.name, sub: at + until };
  };
}
