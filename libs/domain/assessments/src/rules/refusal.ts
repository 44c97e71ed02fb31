/** Every rule that can refuse or warn; each has its text in the catalogs under `assessments.refusals.<rule>`. */
export const refusalRules = [
  'answer_not_offered',
  'answer_reason_required',
  'answers_missing',
  'consensus_evidence_required',
  'consensus_level_unknown',
  'consensus_missing',
  'consensus_not_applicable_not_offered',
  'consensus_outside_range_reason_required',
  'consensus_range_needs_two_levels',
  'consensus_range_required',
  'consensus_rationale_required',
  'dissent_agreement_required',
  'dissent_view_required',
  'facilitator_required',
  'few_organizations',
  'few_systems',
  'judgment_range',
  'late_change_reason_required',
  'move_reason_required',
  'no_consensus_remains',
  'nobody_submitted',
  'own_band_reason_required',
  'respondents_required',
  'scope_element_unknown',
  'scope_empty',
  'target_level_unknown',
  'target_needs_order',
  'target_out_of_scope',
  'unresolved_due_date_past',
  'unresolved_due_date_required',
  'unresolved_owner_required',
  'unresolved_remain',
] as const;

/** The stable name of a rule that can refuse or warn. */
export type RefusalRule = (typeof refusalRules)[number];

/**
 * Why a rule refuses (or warns about) something a person wants to record.
 * `path` names the field of the request, `rule` is the stable name of the rule, `messageKey` its text in the
 * catalogs (`assessments.refusals.<rule>`), `details` what the text needs.
 */
export interface Refusal {
  path: string;
  rule: RefusalRule;
  messageKey: string;
  details: Record<string, string | number>;
}

/** Builds a refusal; the message key follows from the rule, so that no rule can lack one place for its text. */
export function refusal(path: string, rule: RefusalRule, details: Record<string, string | number> = {}): Refusal {
  return { path, rule, messageKey: `assessments.refusals.${rule}`, details };
}

/** Whether a person left a text empty; blanks alone are no reason and no rationale. */
export function isBlank(text: string | null | undefined): boolean {
  return !text || text.trim() === '';
}
