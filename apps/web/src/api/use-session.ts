import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, keepCsrfToken, unwrap } from './client';
import type { Me } from './contract';

/** Who is signed in; the answer also brings the token for writes. */
export const meQuery = {
  queryKey: ['me'] as const,
  queryFn: async (): Promise<Me> => {
    const me = await unwrap(api.GET('/api/v1/me'));
    keepCsrfToken(me.csrfToken);
    return me;
  },
  staleTime: 60_000,
};

/** The signed-in person with tenants and grants. Only below the layout that has loaded it. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** The signed-in person where a page is open to everybody; undefined when nobody is signed in. */
export function useMaybeMe(): Me | undefined {
  return useQuery({ ...meQuery, retry: false, meta: { allowSignedOut: true } }).data;
}
