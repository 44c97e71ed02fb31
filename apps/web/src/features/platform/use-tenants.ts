import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, idempotent, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { useWrite } from '../../api/use-write';

type Schemas = components['schemas'];
/** A tenant as platform administrators see it: nothing of its records. */
export type Tenant = Schemas['TenantResponse'];
/** What is sent to make a tenant. */
export type NewTenant = Schemas['CreateTenantRequest'];

/** A page of tenants. */
export const tenantsQuery = (query: Record<string, string | number>) =>
  queryOptions({
    queryKey: ['tenants', query],
    queryFn: () => unwrap(api.GET('/api/v1/tenants', { params: { query: query as never } })),
    placeholderData: keepPreviousData,
  });

/** Makes a tenant and invites its first administrator. */
export const useMakeTenant = () =>
  useWrite(
    (body: NewTenant, key) => unwrap(api.POST('/api/v1/tenants', { params: { header: idempotent(key) }, body })),
    { refresh: [['tenants']] },
  );

/** Changes the name of a tenant. */
export const useRenameTenant = ({ id, version }: Tenant) =>
  useWrite(
    (name: string) =>
      unwrap(api.PATCH('/api/v1/tenants/{id}', { params: { path: { id }, header: ifMatch(version) }, body: { name } })),
    { refresh: [['tenants']] },
  );

/** Lets nobody enter a tenant, or opens it again. */
export const useMoveTenant = ({ id }: Tenant) =>
  useWrite(
    (action: 'suspend' | 'resume', key) => {
      const params = { path: { id }, header: idempotent(key) };
      return unwrap(
        action === 'suspend'
          ? api.POST('/api/v1/tenants/{id}/suspend', { params })
          : api.POST('/api/v1/tenants/{id}/resume', { params }),
      );
    },
    { refresh: [['tenants']] },
  );
