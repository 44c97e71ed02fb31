import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { createBrowserRouter, redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router';
import { ApiProblem } from '../api/problem';
import { signInAddress } from '../api/return-address';
import { meQuery } from '../api/use-session';
import { firstAddress } from './places';
import { PersonLayout } from './person-layout';
import { FirstPage } from './first-page';
import { FirstLoad, RouteError } from './route-error';
import { LoneNotFoundPage, NotFoundPage } from '../components/state-pages';
import { TenantLayout } from './tenant-layout';
import { wasSignedIn } from './session';

type Load = () => Promise<ComponentType>;

/** A page with its own chunk. */
const page = (path: string, load: Load): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
  errorElement: <RouteError />,
});

/** Pages of a tenant, below `/t/:tenant`. */
const tenantPages: RouteObject[] = [
  page('home', () => import('../features/readiness/home-page').then((m) => m.HomePage)),
  page('heat-map', () => import('../features/readiness/heat-map-page').then((m) => m.HeatMapPage)),
  page('assessments', () => import('../features/assessments/assessments-page').then((m) => m.AssessmentsPage)),
  page('assessments/new', () => import('../features/assessments/new-assessment-page').then((m) => m.NewAssessmentPage)),
  page('assessments/:id', () => import('../features/assessments/assessment-page').then((m) => m.AssessmentPage)),
  page('assessments/:id/answer', () => import('../features/assessments/answer-page').then((m) => m.AnswerPage)),
  page('assessments/:id/results', () => import('../features/assessments/results-page').then((m) => m.ResultsPage)),
  page('gaps', () => import('../features/readiness/gaps-page').then((m) => m.GapsPage)),
  page('gaps/:id', () => import('../features/readiness/gap-page').then((m) => m.GapPage)),
  page('partnerships', () => import('../features/partnerships/partnerships-page').then((m) => m.PartnershipsPage)),
  page('partnerships/new', () =>
    import('../features/partnerships/new-partnership-page').then((m) => m.NewPartnershipPage),
  ),
  page('partnerships/:id', () => import('../features/partnerships/partnership-page').then((m) => m.PartnershipPage)),
  page('organizations', () =>
    import('../features/directory/organizations/organizations-page').then((m) => m.OrganizationsPage),
  ),
  page('organizations/new', () =>
    import('../features/directory/organizations/edit-organization-page').then((m) => m.NewOrganizationPage),
  ),
  page('organizations/:id', () =>
    import('../features/directory/organizations/organization-page').then((m) => m.OrganizationPage),
  ),
  page('organizations/:id/edit', () =>
    import('../features/directory/organizations/edit-organization-page').then((m) => m.EditOrganizationPage),
  ),
  page('regions', () => import('../features/directory/regions/regions-page').then((m) => m.RegionsPage)),
  page('imports', () => import('../features/directory/imports/imports-page').then((m) => m.ImportsPage)),
  page('imports/:id', () => import('../features/directory/imports/import-page').then((m) => m.ImportPage)),
  page('people', () => import('../features/directory/people/people-page').then((m) => m.PeoplePage)),
  page('people/:id', () => import('../features/directory/people/person-page').then((m) => m.PersonPage)),
  page('settings', () => import('../features/admin/settings-page').then((m) => m.SettingsPage)),
  page('audit-log', () => import('../features/admin/audit-log-page').then((m) => m.AuditLogPage)),
  page('jobs', () => import('../features/admin/jobs-page').then((m) => m.JobsPage)),
];

/** Pages of a person, whatever the tenant. */
const personPages: RouteObject[] = [
  page('/account', () => import('../features/account/account-page').then((m) => m.AccountPage)),
  page('/platform/tenants', () => import('../features/platform/tenants-page').then((m) => m.TenantsPage)),
];

/** Pages that need no account. */
const publicPages: RouteObject[] = [
  page('/forgot-password', () => import('../features/auth/forgot-password-page').then((m) => m.ForgotPasswordPage)),
  page('/mailbox', () => import('../features/admin/mailbox-page').then((m) => m.MailboxPage)),
  page('/l/:token', () => import('../features/auth/link-page').then((m) => m.LinkPage)),
];

/** The consensus session fills the screen: it is shown on a projector. */
const projectorPages: RouteObject[] = [
  page('assessments/:id/consensus', () =>
    import('../features/assessments/consensus-page').then((m) => m.ConsensusPage),
  ),
];

/** Lets only signed-in people pass; others go to sign-in, which leads back. */
function signedIn(queryClient: QueryClient) {
  return async ({ request }: LoaderFunctionArgs) => {
    const { pathname, search } = new URL(request.url);
    try {
      return await queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) throw redirect(signInAddress(pathname + search));
      throw error;
    }
  };
}

/** Sends people who are signed in already from sign-in to their first page. */
function alreadySignedIn(queryClient: QueryClient) {
  return async ({ request }: LoaderFunctionArgs) => {
    if (!wasSignedIn() || new URL(request.url).searchParams.has('return')) return null;
    const me = await queryClient.ensureQueryData(meQuery).catch(() => undefined);
    return me ? redirect(firstAddress(me)) : null;
  };
}

/** All addresses of the web client. */
export function createRouter(queryClient: QueryClient) {
  const guard = { loader: signedIn(queryClient), shouldRevalidate: () => false };
  const shared = { errorElement: <RouteError />, HydrateFallback: FirstLoad };
  const signIn = page('/', () => import('../features/auth/sign-in-page').then((m) => m.SignInPage));
  return createBrowserRouter([
    { ...signIn, loader: alreadySignedIn(queryClient), HydrateFallback: FirstLoad },
    { ...shared, children: publicPages },
    {
      ...shared,
      ...guard,
      path: '/t/:tenant',
      Component: TenantLayout,
      children: [{ index: true, Component: FirstPage }, ...tenantPages, { path: '*', Component: NotFoundPage }],
    },
    { ...shared, ...guard, path: '/t/:tenant', children: projectorPages },
    { ...shared, ...guard, Component: PersonLayout, children: personPages },
    { path: '*', Component: LoneNotFoundPage },
  ]);
}
