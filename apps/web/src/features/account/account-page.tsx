/** Filled in the next step. */
export function AccountPage() {
  return null;
}
