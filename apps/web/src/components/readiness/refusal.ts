import { useTranslation } from 'react-i18next';

/** Rules whose sentence needs no numbers; the others are told as the server tells them. */
const RULES = [
  'answer_reason_required',
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
  'late_change_reason_required',
  'move_reason_required',
  'nobody_submitted',
  'own_band_reason_required',
  'respondents_required',
  'scope_empty',
  'unresolved_due_date_past',
  'unresolved_due_date_required',
  'unresolved_owner_required',
] as const;

/** What a rule of the readiness assessment says when it refuses, in the reader's language. */
export function useRefusalText(): (refusal: { rule: string; message: string }) => string {
  const { t } = useTranslation('assessments');
  return ({ rule, message }) => {
    const known = RULES.find((name) => name === rule);
    return known ? t(`refusal.${known}`) : message;
  };
}
