/** Filled in the next step. */
export function ImportsPage() {
  return null;
}
