import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { pageRefusal } from '../../api/page-refusal';
import type { components, paths } from '../../api/schema';
import { useWrite } from '../../api/use-write';
import { useWorkplace } from '../../app/workplace';

/** Work in the background that was given up. */
export type FailedJob = components['schemas']['DeadLetterResponse'];
type Query = paths['/api/v1/t/{tenant}/jobs']['get']['parameters']['query'];

const LOOK_AGAIN = 4_000;

/** A page of failed jobs with the counts of all; looked at again while something is under way. */
export const jobsQuery = (tenant: string, query: Record<string, string | number>) =>
  queryOptions({
    queryKey: ['jobs', tenant, query],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/jobs', { params: { path: { tenant }, query: query as Query } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data && data.counts.replaying + data.counts.waiting > 0 ? LOOK_AGAIN : false,
    throwOnError: pageRefusal,
  });

/** Has a failed job tried again. */
export function useReplay(onSuccess: () => void) {
  const tenant = useWorkplace().tenant.slug;
  return useWrite(
    ({ id }: FailedJob) =>
      unwrap(api.POST('/api/v1/t/{tenant}/jobs/{id}/replay', { params: { path: { tenant, id } } })),
    { refresh: [['jobs', tenant]], onSuccess },
  );
}
