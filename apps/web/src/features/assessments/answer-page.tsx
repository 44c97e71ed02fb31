/** Filled in the next step. */
export function AnswerPage() {
  return null;
}
