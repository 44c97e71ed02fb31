import { StaleVersion } from '@platform/context';

/** Version of what is made and ended but never changed, such as a session. */
export const UNCHANGING_VERSION = 1;

/** @throws StaleVersion for a version that never was */
export function checkUnchanging(version: number): void {
  if (version !== UNCHANGING_VERSION) throw new StaleVersion(UNCHANGING_VERSION);
}

/** A list that is always short, in the shape of every list. */
export function wholeList<T>(items: T[]) {
  return { items, nextCursor: null, total: items.length, totalIsExact: true };
}
