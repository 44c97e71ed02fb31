/** Filled in the next step. */
export function OrganizationPage() {
  return null;
}
