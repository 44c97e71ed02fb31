/** Filled in the next step. */
export function GapPage() {
  return null;
}
