import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { AttemptKeys } from './idempotency';
import { ApiProblem } from './problem';

interface WriteOptions<Input, Output> {
  /** Lists and records to read again afterwards. */
  refresh?: QueryKey[] | ((output: Output, input: Input) => QueryKey[]);
  onSuccess?: (output: Output, input: Input) => void | Promise<void>;
  /** Whether a 401 is an answer of this call (sign-in) and not the end of the session. */
  allowSignedOut?: boolean;
}

/**
 * A write to the API. `write` gets the input and the idempotency key of the attempt; after a lost connection the same
 * input is sent again with the same key.
 */
export function useWrite<Input, Output>(
  write: (input: Input, key: string) => Promise<Output>,
  { refresh = [], onSuccess, allowSignedOut }: WriteOptions<Input, Output> = {},
): UseMutationResult<Output, Error, Input> {
  const keys = useRef(new AttemptKeys()).current;
  const cache = useQueryClient();
  return useMutation<Output, Error, Input>({
    meta: { allowSignedOut },
    mutationFn: (input) => write(input, keys.keyFor(input)),
    onError: (error) => {
      if (error instanceof ApiProblem && error.status < 500) keys.settled();
    },
    onSuccess: async (output, input) => {
      keys.settled();
      const stale = typeof refresh === 'function' ? refresh(output, input) : refresh;
      await Promise.all(stale.map((queryKey) => cache.invalidateQueries({ queryKey })));
      await onSuccess?.(output, input);
    },
  });
}
