/** Lets other requests run before the next piece of work. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
