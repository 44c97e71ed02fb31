import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, idempotent, ifMatch, unwrap } from '../../../api/client';
import type { components } from '../../../api/schema';
import { useWrite } from '../../../api/use-write';
import { useTenantSlug, type ListValues } from '../use-directory';

type Schemas = components['schemas'];
/** An uploaded list: a preview first, then applied as a whole. */
export type ImportRun = Schemas['ImportResponse'];
/** A row of an uploaded list and what would become of it. */
export type ImportRow = Schemas['ImportRowResponse'];
/** What to do with a row. */
export type RowDecision = Schemas['DecideRowRequest'];
/** What would become of a row. */
export type RowAction = ImportRow['action'];

const LOOK_AGAIN = 1000;

/** A page of imports, newest first. */
export const importsQuery = (tenant: string, query: ListValues) =>
  queryOptions({
    queryKey: ['imports', tenant, query],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/imports', { params: { path: { tenant }, query: query as never } })),
    placeholderData: keepPreviousData,
  });

/** One import; asked for again every second while it is carried out. */
export const importQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['import', tenant, id],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/imports/{id}', { params: { path: { tenant, id } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'applying' ? LOOK_AGAIN : false),
  });

/** A page of the rows of an import, in the order of the file. */
export const importRowsQuery = (tenant: string, id: string, query: ListValues) =>
  queryOptions({
    queryKey: ['import-rows', tenant, id, query],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/t/{tenant}/imports/{id}/rows', {
          params: { path: { tenant, id }, query: query as never },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** What is chosen beside the file. */
export interface UploadChoices {
  file: File;
  createClosed: boolean;
  state: string;
}

/** Uploads a list; the server answers with the preview. The fields stand before the file so that they are read with it. */
export function useUpload() {
  const tenant = useTenantSlug();
  return useWrite(
    ({ file, createClosed, state }: UploadChoices) => {
      const form = new FormData();
      form.set('createClosed', String(createClosed));
      if (state) form.set('state', state);
      form.set('file', file);
      return unwrap(
        api.POST('/api/v1/t/{tenant}/imports', {
          params: { path: { tenant } },
          body: { file: file.name },
          bodySerializer: () => form,
        }),
      );
    },
    { refresh: [['imports', tenant]] },
  );
}

/** Decides about a row. */
export function useDecide(importId: string) {
  const tenant = useTenantSlug();
  return useWrite(
    ({ row, ...body }: RowDecision & { row: ImportRow }) => {
      const params = { path: { tenant, id: importId, rowId: row.id }, header: ifMatch(row.version) };
      return unwrap(api.PATCH('/api/v1/t/{tenant}/imports/{id}/rows/{rowId}', { params, body }));
    },
    { refresh: [['import-rows', tenant, importId]] },
  );
}

/** Confirms an import: it is carried out as a whole, in the background. */
export function useApply(id: string) {
  const tenant = useTenantSlug();
  return useWrite(
    (_: void, key) =>
      unwrap(
        api.POST('/api/v1/t/{tenant}/imports/{id}/apply', {
          params: { path: { tenant, id }, header: idempotent(key) },
        }),
      ),
    {
      refresh: [
        ['import', tenant, id],
        ['imports', tenant],
      ],
    },
  );
}

/** Throws a preview away. */
export function useDiscard() {
  const tenant = useTenantSlug();
  return useWrite(
    ({ id, version }: ImportRun) =>
      unwrap(
        api.DELETE('/api/v1/t/{tenant}/imports/{id}', { params: { path: { tenant, id }, header: ifMatch(version) } }),
      ),
    { refresh: [['imports', tenant]] },
  );
}
