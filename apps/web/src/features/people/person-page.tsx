/** Filled in the next step. */
export function PersonPage() {
  return null;
}
