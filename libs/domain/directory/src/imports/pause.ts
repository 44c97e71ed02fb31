/** Lets other requests run before the next piece of work. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const longestStretchMs = 10;

/** Does the work for each item, letting other requests run about every ten milliseconds. */
export async function withPauses<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let started = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - started < longestStretchMs) continue;
    await pause();
    started = performance.now();
  }
}
