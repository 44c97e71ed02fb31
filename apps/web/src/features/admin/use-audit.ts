import { keepPreviousData, queryOptions, useQueries } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { pageRefusal } from '../../api/page-refusal';
import type { components, paths } from '../../api/schema';
import { useWorkplace } from '../../app/workplace';
import { dayStart } from '../../i18n/day-start';

type Sent = components['schemas']['AuditEventResponse'];
type Query = paths['/api/v1/t/{tenant}/audit-events']['get']['parameters']['query'];

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

/** Names of people by id, as far as this person may see them. */
export function usePeopleNames(ids: (string | null)[]): ReadonlyMap<string, string> {
  const tenant = useWorkplace().tenant.slug;
  const wanted = [...new Set(ids.flatMap((id) => (id ? [id] : [])))];
  return useQueries({
    queries: wanted.map((id) => ({
      queryKey: ['person', tenant, id],
      queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/people/{id}', { params: { path: { tenant, id } } })),
      staleTime: 300_000,
      retry: false,
    })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.id, data.displayName] as const] : []))),
  });
}

/** People to filter by: the first of the tenant by name. */
export const auditPeopleQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['people', tenant, 'audit'],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/people', { params: { path: { tenant }, query: { limit: 200 } } })),
    staleTime: 60_000,
    retry: false,
  });
