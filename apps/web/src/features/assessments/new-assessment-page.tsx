/** Filled in the next step. */
export function NewAssessmentPage() {
  return null;
}
