/** Filled in the next step. */
export function MailboxPage() {
  return null;
}
