import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';

/** What a one-time link is about. */
export type LinkAbout = components['schemas']['LinkResponse'];

/** Looks at a one-time link; looking changes nothing. */
export const useLink = (token: string) =>
  useQuery({
    queryKey: ['link', token],
    queryFn: () => unwrap(api.GET('/api/v1/links/{token}', { params: { path: { token } } })),
    meta: { allowSignedOut: true },
    retry: false,
    staleTime: Infinity,
  });

/** Carries out what a link is for, once. @throws ApiProblem */
export const redeemLink = (token: string, body: Record<string, unknown>) =>
  unwrap(api.POST('/api/v1/links/{token}', { params: { path: { token } }, body }));
