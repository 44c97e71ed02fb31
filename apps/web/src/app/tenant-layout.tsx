import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate, useParams } from 'react-router';
import type { TenantMe } from '../api/contract';
import { ApiProblem } from '../api/problem';
import { myWorkQuery } from '../api/readiness';
import { tenantMeQuery, useMe } from '../api/use-session';
import { AppFrame, type NavItem } from '../components/shell/app-frame';
import { WorkplaceSwitcher } from '../components/shell/workplace-switcher';
import { Loaded } from '../components/states';
import { TimeZoneContext } from '../i18n/time-zone';
import { applyTenantColor } from '../theme/tenant-color';
import { AccountMenu } from './account-menu';
import { firstPage, PLACES, placesOf, workplacesOf, type Workplace } from './places';
import { LoneNotFoundPage, SecondFactorPage } from '../components/state-pages';
import { useFocusOnNavigate } from './use-focus-on-navigate';
import { useWorkplaceWords } from './use-workplace-words';
import { keepWorkplace, WorkplaceContext, workplaceIn } from './workplace';

/** Frame of a tenant's pages for the signed-in person: navigation by role, switcher, the tenant's color, the person's zone. */
export function TenantLayout() {
  const me = useMe();
  const { tenant = '' } = useParams();
  const [, choose] = useState('');
  const workplaces = workplacesOf(me);
  const here = workplaceIn(workplaces, tenant);
  const known = useQuery({ ...tenantMeQuery(tenant), enabled: here !== undefined });
  useFocusOnNavigate();
  if (!here) return <LoneNotFoundPage />;
  const change = (place: Workplace) => {
    keepWorkplace(place);
    choose(place.id);
  };
  return (
    <TimeZoneContext value={me.account.timeZone ?? known.data?.settings.timeZone}>
      <WorkplaceContext value={here}>
        <Framed here={here} settings={known.data} workplaces={workplaces} onChange={change}>
          {needsSecondFactor(known.error) ? <SecondFactorPage /> : <Loaded query={known}>{() => <Outlet />}</Loaded>}
        </Framed>
      </WorkplaceContext>
    </TimeZoneContext>
  );
}

const needsSecondFactor = (error: Error | null) =>
  error instanceof ApiProblem && error.code === 'second-factor-enrollment-required';

interface FramedProps {
  here: Workplace;
  /** What the tenant decided for its pages; undefined while it is read. */
  settings: TenantMe | undefined;
  workplaces: Workplace[];
  onChange: (place: Workplace) => void;
  children: ReactNode;
}

function Framed({ here, settings, workplaces, onChange, children }: FramedProps) {
  const { t } = useTranslation('shell');
  const words = useWorkplaceWords();
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const color = settings?.settings.primaryColor;
  useEffect(() => {
    applyTenantColor(color, scheme);
    return () => applyTenantColor(null, scheme);
  }, [color, scheme]);
  const work = useQuery({ ...myWorkQuery(here.tenant.slug), staleTime: 60_000 }).data;
  const waiting = work && work.toAnswer.length + work.consensus.length + work.toApprove.length;
  const items: NavItem[] = placesOf(here.grant.role).map((key) => ({
    to: `/t/${here.tenant.slug}/${PLACES[key].path}`,
    label: t(`nav.${key}`),
    icon: PLACES[key].icon,
    count: key === 'assessments' ? waiting : undefined,
  }));
  const choose = (id: string) => {
    const place = workplaces.find((item) => item.id === id);
    if (!place) return;
    onChange(place);
    void navigate(firstPage(place));
  };
  return (
    <AppFrame
      items={items}
      home={firstPage(here)}
      demo={settings?.tenant.demo}
      switcher={<WorkplaceSwitcher items={workplaces.map(words)} current={words(here)} onChoose={choose} />}
      account={<AccountMenu sub={words(here).sub} />}
    >
      {children}
    </AppFrame>
  );
}
