import { queryOptions, useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, keepCsrfToken, unwrap } from './client';
import type { Me, TenantMe } from './contract';

/** Who is signed in; the answer also brings the token for writes. */
export const meQuery = {
  queryKey: ['me'] as const,
  queryFn: async (): Promise<Me> => {
    const me = await unwrap(api.GET('/api/v1/me'));
    keepCsrfToken(me.csrfToken ?? '');
    return me;
  },
  staleTime: 60_000,
};

/** The signed-in person with tenants and grants. Only below the layout that has loaded it. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** The signed-in person where a page is open to everybody; undefined when nobody is signed in. */
export function useMaybeMe(): Me | undefined {
  return useQuery({ ...meQuery, retry: false, meta: { allowSignedOut: true } }).data;
}

/** Who the signed-in person is in a tenant: roles with the names of their scopes, settings of its pages. */
export const tenantMeQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['tenant-me', tenant] as const,
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/me', { params: { path: { tenant } } })),
    staleTime: 60_000,
  });

/** What is known of the person in each of these tenants, by slug. */
export function useTenantMes(tenants: string[]): ReadonlyMap<string, TenantMe> {
  return useQueries({
    queries: tenants.map(tenantMeQuery),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.tenant.slug, data] as const] : []))),
  });
}
