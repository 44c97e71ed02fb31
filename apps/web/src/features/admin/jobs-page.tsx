/** Filled in the next step. */
export function JobsPage() {
  return null;
}
