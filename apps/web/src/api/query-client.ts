import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

const TRIES = 2;

/** A refusal is final; a lost connection or an overloaded server is worth another try. */
export function isWorthRetrying(failures: number, error: Error): boolean {
  if (failures >= TRIES) return false;
  return !(error instanceof ApiProblem) || error.status === 503;
}

/**
 * The cache of everything read from the API.
 * @param onSignedOut called when any answer says that nobody is signed in (401), except for the sign-in itself
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: Error, meta?: Record<string, unknown>) => {
    if (error instanceof ApiProblem && error.status === 401 && !meta?.['allowSignedOut']) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => watch(error, query.meta) }),
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => watch(error, mutation.meta),
    }),
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
