import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { DemoPeople } from '../../api/contract';

/** The demo people; undefined where the demo is off. */
export function useDemoPeople(): DemoPeople | undefined {
  const { data } = useQuery({
    queryKey: ['demo-people'],
    queryFn: () => unwrap(api.GET('/api/v1/demo/people')),
    retry: false,
    staleTime: Infinity,
  });
  return data;
}
