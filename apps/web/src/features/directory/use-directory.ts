import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useWorkplace } from '../../app/workplace';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
/** An organization. */
export type Organization = Schemas['OrganizationResponse'];
/** A region. */
export type Region = Schemas['RegionResponse'];
/** A person of the tenant. */
export type Person = Schemas['PersonResponse'];
/** Somebody works for an organization. */
export type Membership = Schemas['MembershipResponse'];
/** A role at a scope. */
export type Grant = Schemas['AccessGrantResponse'];
/** Filters, order and page of a list, as the address says them. */
export type ListValues = Record<string, string | number>;

/** Most rows that a list gives at once. */
export const MOST_ROWS = 200;

/** Slug of the tenant of this page. */
export const useTenantSlug = (): string => useWorkplace().tenant.slug;

/** A page of organizations. */
export const organizationsQuery = (tenant: string, query: ListValues) =>
  queryOptions({
    queryKey: ['organizations', tenant, query],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/organizations', { params: { path: { tenant }, query: query as never } })),
    placeholderData: keepPreviousData,
  });

/** One organization. */
export const organizationQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['organization', tenant, id],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/organizations/{id}', { params: { path: { tenant, id } } })),
  });

/** All regions of the tenant. */
export function useRegions() {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: ['regions', tenant],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/regions', { params: { path: { tenant }, query: { limit: MOST_ROWS } } })),
    staleTime: 60_000,
  });
}

/** A page of people. */
export const peopleQuery = (tenant: string, query: ListValues) =>
  queryOptions({
    queryKey: ['people', tenant, query],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/people', { params: { path: { tenant }, query: query as never } })),
    placeholderData: keepPreviousData,
  });

/** One person. */
export const personQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['person', tenant, id],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/people/{id}', { params: { path: { tenant, id } } })),
  });

/** Memberships of a person or of an organization. */
export const membershipsQuery = (tenant: string, query: { personId?: string; organizationId?: string }) =>
  queryOptions({
    queryKey: ['memberships', tenant, query],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/t/{tenant}/memberships', {
          params: { path: { tenant }, query: { ...query, limit: MOST_ROWS } },
        }),
      ),
  });

/** Access grants of a person. */
export const grantsQuery = (tenant: string, query: { personId: string }) =>
  queryOptions({
    queryKey: ['access-grants', tenant, query],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/t/{tenant}/access-grants', {
          params: { path: { tenant }, query: { ...query, limit: MOST_ROWS } },
        }),
      ),
  });

/** A page of partnerships, for choosing one or telling those of an organization. */
export const partnershipsOfQuery = (tenant: string, query: { organizationId?: string; q?: string }) =>
  queryOptions({
    queryKey: ['partnerships', tenant, 'of', query],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/t/{tenant}/partnerships', {
          params: { path: { tenant }, query: { ...query, limit: MOST_ROWS } },
        }),
      ),
  });
