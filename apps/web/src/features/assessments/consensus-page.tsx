/** Filled in the next step. */
export function ConsensusPage() {
  return null;
}
