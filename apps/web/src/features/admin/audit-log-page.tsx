/** Filled in the next step. */
export function AuditLogPage() {
  return null;
}
