/** Filled in the next step. */
export function ResultsPage() {
  return null;
}
