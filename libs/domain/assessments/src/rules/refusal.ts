/**
 * Why a rule refuses (or warns about) something a person wants to record.
 * `path` names the field of the request, `rule` is the stable name of the rule, `messageKey` its text in the
 * catalogs (`assessments.refusals.<rule>`), `details` what the text needs.
 */
export interface Refusal {
  path: string;
  rule: string;
  messageKey: string;
  details: Record<string, string | number>;
}

/** Builds a refusal; the message key follows from the rule, so that no rule can lack one place for its text. */
export function refusal(path: string, rule: string, details: Record<string, string | number> = {}): Refusal {
  return { path, rule, messageKey: `assessments.refusals.${rule}`, details };
}

/** Whether a person left a text empty; blanks alone are no reason and no rationale. */
export function isBlank(text: string | null | undefined): boolean {
  return !text || text.trim() === '';
}
