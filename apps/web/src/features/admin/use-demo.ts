import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { useWrite } from '../../api/use-write';

/** A mail of the demo. */
export type DemoMail = components['schemas']['DemoMailResponse'];

const LOOK_AGAIN = 5_000;

/** Mails of the demo, newest first, to everybody or to one address; looked for again every few seconds. */
export const demoMailQuery = (to: string, cursor: string | null) =>
  queryOptions({
    queryKey: ['demo-mail', to, cursor],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/demo/mail', {
          params: { query: { limit: 25, ...(to && { to }), ...(cursor && { cursor }) } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN,
    retry: false,
    meta: { allowSignedOut: true },
  });

/** One mail of the demo. */
export const demoMessageQuery = (id: string) =>
  queryOptions({
    queryKey: ['demo-mail', 'one', id],
    queryFn: () => unwrap(api.GET('/api/v1/demo/mail/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
    retry: false,
  });

/** The demo's present; refused outside a demo and to callers from another machine. */
export const useDemoClock = () =>
  useQuery({
    queryKey: ['demo-clock'],
    queryFn: () => unwrap(api.GET('/api/v1/demo/clock')),
    refetchInterval: LOOK_AGAIN,
    retry: false,
    meta: { allowSignedOut: true },
  });

/** Moves the demo's present; everything read before is read again. */
export function useMoveClock(onSuccess: (handedOver: boolean) => void) {
  const cache = useQueryClient();
  return useWrite((now: string) => unwrap(api.PUT('/api/v1/demo/clock', { body: { now } })), {
    onSuccess: async ({ dueHandedOver }) => {
      await cache.invalidateQueries();
      onSuccess(dueHandedOver ?? true);
    },
  });
}
