import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 30;

/** Repeats an assertion until it holds: for effects of the worker. @throws its last failure after `withinMs` */
export async function eventually(assertion: () => unknown, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs;
  for (;;)
    try {
      await assertion();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(PAUSE_MS);
    }
}
