/** Filled in the next step. */
export function AssessmentPage() {
  return null;
}
