/** Filled in the next step. */
export function OrganizationsPage() {
  return null;
}
