/** Filled in the next step. */
export function HomePage() {
  return null;
}
