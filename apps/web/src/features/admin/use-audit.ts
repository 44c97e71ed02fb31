import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { pageRefusal } from '../../api/page-refusal';
import { partnershipChoicesQuery, regionChoicesQuery } from '../../api/readiness';
import type { components, paths } from '../../api/schema';
import { useWorkplace } from '../../app/workplace';
import { dayStart } from '../../i18n/day-start';

type Sent = components['schemas']['AuditEventResponse'];
type Query = paths['/api/v1/t/{tenant}/audit-events']['get']['parameters']['query'];

const FIRST = { limit: 200 } as const;

/** One field that was changed; the values are of any type. */
export interface AuditChange {
  field: string;
  before: unknown;
  after: unknown;
  deleted: boolean;
}
/** One row that was changed. */
export type AuditEvent = Omit<Sent, 'changes'> & { changes: AuditChange[] };

/** A page of the audit log. */
export const auditQuery = (tenant: string, query: Record<string, string | number>) =>
  queryOptions({
    queryKey: ['audit', tenant, query],
    queryFn: async () => {
      const call = api.GET('/api/v1/t/{tenant}/audit-events', {
        params: { path: { tenant }, query: query as Query },
      });
      return unwrap(call) as Promise<{
        items: AuditEvent[];
        nextCursor: string | null;
        total: number;
        totalIsExact: boolean;
      }>;
    },
    placeholderData: keepPreviousData,
    throwOnError: pageRefusal,
  });

/** The query of the API for the filters in the address: whole days become instants of a zone, the last one included. */
export function toAuditQuery(query: Record<string, string | number>, zone: string): Record<string, string | number> {
  const { since, until, ...rest } = query;
  return {
    ...rest,
    ...(since && { from: dayStart(String(since), zone) }),
    ...(until && { to: dayStart(String(until), zone, 1) }),
  };
}

const rest = { staleTime: 60_000, retry: false } as const;

/** People to filter by: the first of the tenant by name. */
export const auditPeopleQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['people', tenant, 'audit'],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/people', { params: { path: { tenant }, query: FIRST } })),
    ...rest,
  });

const organizationNamesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['organizations', tenant, 'audit'],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/organizations', { params: { path: { tenant }, query: FIRST } })),
    ...rest,
  });

/** Names of records by id, as far as this person may see them: people, organizations, partnerships, regions. */
export function useNames(people: (string | null)[]): ReadonlyMap<string, string> {
  const tenant = useWorkplace().tenant.slug;
  const listed = useQuery(auditPeopleQuery(tenant)).data?.items ?? [];
  const organizations = useQuery(organizationNamesQuery(tenant)).data?.items ?? [];
  const partnerships = useQuery(partnershipChoicesQuery(tenant)).data?.items ?? [];
  const regions = useQuery(regionChoicesQuery(tenant)).data?.items ?? [];
  const known = [
    ...listed.map(({ id, displayName }) => [id, displayName] as const),
    ...[...organizations, ...partnerships, ...regions].map(({ id, name }) => [id, name] as const),
  ];
  const ids = new Set(known.map(([id]) => id));
  const others = useOthers(people.flatMap((id) => (id && !ids.has(id) ? [id] : [])));
  return new Map([...known, ...others]);
}

/** Names of people who are not among the first of the tenant. */
function useOthers(ids: string[]): [id: string, name: string][] {
  const tenant = useWorkplace().tenant.slug;
  return useQueries({
    queries: [...new Set(ids)].map((id) => ({
      queryKey: ['person', tenant, id],
      queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/people/{id}', { params: { path: { tenant, id } } })),
      ...rest,
    })),
    combine: (results) => results.flatMap(({ data }) => (data ? [[data.id, data.displayName]] : [])),
  });
}
