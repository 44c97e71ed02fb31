/** Filled in the next step. */
export function PeoplePage() {
  return null;
}
