import { useEffect, useMemo, useRef, useState } from 'react';
import { AutosaveQueue, PENDING_PREFIX, type SaveStatus } from './autosave-queue';
import type { ApiProblem } from './problem';

interface AutosaveOptions<T> {
  /** Person and record, for example `<personId>.<assessmentId>`. */
  name: string;
  /** Saves one entry. @throws ApiProblem, ApiUnreachable */
  save: (id: string, value: T) => Promise<void>;
  onRefused: (id: string, value: T, problem: ApiProblem) => void;
}

/** An autosave queue for the life of a page; tries again as soon as the connection is back. */
export function useAutosave<T>({ name, save, onRefused }: AutosaveOptions<T>) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' });
  const latest = useRef({ save, onRefused });
  latest.current = { save, onRefused };
  const queue = useMemo(
    () =>
      new AutosaveQueue<T>({
        name,
        store: localStorage,
        now: () => new Date(),
        onStatus: setStatus,
        save: (id, value) => latest.current.save(id, value),
        onRefused: (id, value, problem) => latest.current.onRefused(id, value, problem),
      }),
    [name],
  );
  useEffect(() => {
    const send = () => void queue.flush();
    addEventListener('online', send);
    return () => {
      removeEventListener('online', send);
      void queue.flush();
      queue.stop();
    };
  }, [queue]);
  return { status, queue };
}

/** Removes everything that waits on this device; called at sign-out. */
export function forgetPending(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PENDING_PREFIX)) localStorage.removeItem(key);
}
