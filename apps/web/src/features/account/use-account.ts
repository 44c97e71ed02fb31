import { useQuery } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { useWrite } from '../../api/use-write';

type Schemas = components['schemas'];
/** A browser in which the person is signed in. */
export type OwnSession = Schemas['SessionResponse'];
/** A key for programs, without the key itself. */
export type OwnToken = Schemas['TokenResponse'];

/** The browsers in which the person is signed in, last used first. */
export const useSessions = () =>
  useQuery({ queryKey: ['me', 'sessions'], queryFn: () => unwrap(api.GET('/api/v1/me/sessions')) });

/** Ends one session. */
export const useEndSession = (onSuccess: () => void) =>
  useWrite(
    ({ id, version }: OwnSession) =>
      unwrap(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id }, header: ifMatch(version) } })),
    { refresh: [['me', 'sessions']], onSuccess },
  );

/** Ends every session but this one. */
export const useEndOtherSessions = (onSuccess: () => void) =>
  useWrite(() => unwrap(api.POST('/api/v1/me/sessions/end-others')), {
    refresh: [['me', 'sessions']],
    onSuccess,
  });

/** The person's keys for programs, newest first. */
export const useTokens = () =>
  useQuery({ queryKey: ['me', 'tokens'], queryFn: () => unwrap(api.GET('/api/v1/me/tokens')) });

/** Revokes a key. */
export const useRevokeToken = (onSuccess: () => void) =>
  useWrite(
    ({ id, version }: OwnToken) =>
      unwrap(api.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id }, header: ifMatch(version) } })),
    { refresh: [['me', 'tokens']], onSuccess },
  );
