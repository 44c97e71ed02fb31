/** Filled in the next step. */
export function TenantsPage() {
  return null;
}
