/** Filled in the next step. */
export function SettingsPage() {
  return null;
}
