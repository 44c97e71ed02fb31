/** Filled in the next step. */
export function LinkPage() {
  return null;
}
