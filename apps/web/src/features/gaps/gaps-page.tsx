/** Filled in the next step. */
export function GapsPage() {
  return null;
}
