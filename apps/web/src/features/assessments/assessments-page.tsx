/** Filled in the next step. */
export function AssessmentsPage() {
  return null;
}
