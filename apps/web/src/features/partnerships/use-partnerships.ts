import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { pageRefusal } from '../../api/page-refusal';
import type { components, paths } from '../../api/schema';
import { useWorkplace } from '../../app/workplace';

type Schemas = components['schemas'];
/** A partnership with its members and goals. */
export type Partnership = Schemas['PartnershipResponse'];
/** A partnership in a list. */
export type PartnershipItem = Schemas['PartnershipListItem'];
/** An organization in a partnership. */
export type Member = Schemas['PartnershipMemberResponse'];
/** Something a partnership wants to reach. */
export type Goal = Schemas['PartnershipGoalResponse'];
type ListQuery = paths['/api/v1/t/{tenant}/partnerships']['get']['parameters']['query'];

/** What an organization can be in a partnership, the leading ones first. */
export const MEMBER_ROLES = ['lead_agency', 'intermediary', 'convener', 'fiscal_lead', 'member'] as const;

/** Slug of the tenant of this page. */
export const useTenantSlug = (): string => useWorkplace().tenant.slug;

/** A page of partnerships. */
export const partnershipsQuery = (tenant: string, query: Record<string, string | number>) =>
  queryOptions({
    queryKey: ['partnerships', tenant, query],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/partnerships', { params: { path: { tenant }, query: query as ListQuery } })),
    placeholderData: keepPreviousData,
  });

/** One partnership. */
export const partnershipQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['partnership', tenant, id],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/partnerships/{id}', { params: { path: { tenant, id } } })),
    throwOnError: pageRefusal,
  });

/** Everything that shows members or names of partnerships. */
const RELATED = ['partnerships', 'partnership-choices', 'partnership-team', 'heat-map', 'caseload'];

/** Keeps what a write answered, and has everything that rests on it read again. Without an answer the record is read too. */
export function useKeepPartnership(tenant: string, id: string): (answer?: Partnership) => Promise<void> {
  const cache = useQueryClient();
  return async (answer) => {
    if (answer) cache.setQueryData(partnershipQuery(tenant, id).queryKey, answer);
    const stale = answer ? RELATED : [...RELATED, 'partnership'];
    await Promise.all(stale.map((key) => cache.invalidateQueries({ queryKey: [key] })));
  };
}
