/** Filled in the next step. */
export function PartnershipPage() {
  return null;
}
