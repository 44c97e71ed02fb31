const START = /^\/(t|account|platform)(\/|$|\?)/;

/** The address to go back to after sign-in, or undefined when it is not one of our own pages. */
export function safeReturn(address: string | null): string | undefined {
  if (!address || !START.test(address) || address.includes('\\') || address.includes('//')) return undefined;
  return address;
}

/** The sign-in page, which leads back to `here` (path and query). */
export function signInAddress(here: string): string {
  return safeReturn(here) ? `/?return=${encodeURIComponent(here)}` : '/';
}
