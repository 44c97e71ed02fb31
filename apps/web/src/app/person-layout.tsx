import { IconBuildingBank } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate } from 'react-router';
import { useMe, useTenantMes } from '../api/use-session';
import { AppFrame, type NavItem } from '../components/shell/app-frame';
import { WorkplaceSwitcher } from '../components/shell/workplace-switcher';
import { AccountMenu } from './account-menu';
import { firstAddress, firstPage, PLACES, placesOf, workplacesOf } from './places';
import { useFocusOnNavigate } from './use-focus-on-navigate';
import { useWorkplaceWords } from './use-workplace-words';
import { keepWorkplace, workplaceIn } from './workplace';

/** Frame of pages that belong to the person and to no tenant: account, and the tenants of a platform administrator. */
export function PersonLayout() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const words = useWorkplaceWords();
  const navigate = useNavigate();
  useFocusOnNavigate();
  const workplaces = workplacesOf(me);
  const known = useTenantMes(me.tenants.map(({ slug }) => slug));
  const here = workplaces[0] && workplaceIn(workplaces, workplaces[0].tenant.slug);
  const places: NavItem[] = placesOf(here?.grant.role ?? 'platform_admin').map((key) => ({
    to: `/t/${here?.tenant.slug}/${PLACES[key].path}`,
    label: t(`nav.${key}`),
    icon: PLACES[key].icon,
  }));
  const tenants: NavItem[] = me.account.platformAdmin
    ? [{ to: '/platform/tenants', label: t('nav.tenants'), icon: IconBuildingBank }]
    : [];
  const choose = (id: string) => {
    const place = workplaces.find((item) => item.id === id);
    if (!place) return;
    keepWorkplace(place);
    void navigate(firstPage(place));
  };
  return (
    <AppFrame
      items={[...tenants, ...(me.account.platformAdmin ? [] : places)]}
      home={firstAddress(me)}
      demo={here && known.get(here.tenant.slug)?.tenant.demo}
      switcher={here && <WorkplaceSwitcher items={workplaces.map(words)} current={words(here)} onChoose={choose} />}
      account={<AccountMenu sub={me.account.platformAdmin ? t('role.platform_admin') : here && words(here).sub} />}
    >
      <Outlet />
    </AppFrame>
  );
}
