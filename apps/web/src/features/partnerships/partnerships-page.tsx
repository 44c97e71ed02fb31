/** Filled in the next step. */
export function PartnershipsPage() {
  return null;
}
