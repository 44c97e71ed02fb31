import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, idempotent, unwrap } from '../../../api/client';
import type { components } from '../../../api/schema';
import { useWrite } from '../../../api/use-write';
import { useTenantSlug, type ListValues } from '../use-directory';

type Schemas = components['schemas'];
/** An invitation into a role. */
export type Invitation = Schemas['InvitationResponse'];
/** What is sent to invite somebody. */
export type NewInvitation = Schemas['CreateInvitationRequest'];

/** A page of invitations. */
export const invitationsQuery = (tenant: string, query: ListValues) =>
  queryOptions({
    queryKey: ['invitations', tenant, query],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/invitations', { params: { path: { tenant }, query: query as never } })),
    placeholderData: keepPreviousData,
  });

/** Sends an invitation. */
export function useInvite() {
  const tenant = useTenantSlug();
  return useWrite(
    (body: NewInvitation, key) =>
      unwrap(
        api.POST('/api/v1/t/{tenant}/invitations', { params: { path: { tenant }, header: idempotent(key) }, body }),
      ),
    {
      refresh: [
        ['invitations', tenant],
        ['people', tenant],
      ],
    },
  );
}

/** Sends an invitation again (its former link stops working), or withdraws it. */
export function useMoveInvitation() {
  const tenant = useTenantSlug();
  return useWrite(
    ({ id, action }: { id: string; action: 'resend' | 'revoke' }, key) => {
      const params = { path: { tenant, id }, header: idempotent(key) };
      return unwrap(
        action === 'resend'
          ? api.POST('/api/v1/t/{tenant}/invitations/{id}/resend', { params })
          : api.POST('/api/v1/t/{tenant}/invitations/{id}/revoke', { params }),
      );
    },
    { refresh: [['invitations', tenant]] },
  );
}
