/** Filled in the next step. */
export function HeatMapPage() {
  return null;
}
