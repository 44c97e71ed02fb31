import type { ErrorDetail } from '@platform/context';
import type { Refusal, RefusalRule } from './rules/refusal';

/** A sentence for each rule; `{name}` is filled from the details of the refusal. The web has them in its languages. */
const SENTENCES: Record<RefusalRule, string> = {
  answer_not_offered: 'This answer is not offered here; possible are: {offered}.',
  answer_reason_required: 'Say in a few words why this does not apply.',
  answers_missing: '{missing} of {invited} respondents have not submitted; their answers do not count.',
  consensus_evidence_required:
    'This level needs at least one piece of evidence: add it, or leave the indicator unresolved.',
  consensus_level_unknown: 'Choose a level of the scale.',
  consensus_missing: 'This indicator has no outcome yet.',
  consensus_not_applicable_not_offered: 'This indicator cannot be "not applicable".',
  consensus_outside_range_reason_required: 'Nobody answered this level: say why the team agreed on it all the same.',
  consensus_range_needs_two_levels: 'Without consensus the range must span at least two levels.',
  consensus_range_required: 'Name the lowest and the highest level that stay on the table.',
  consensus_rationale_required: 'Say in a sentence why the team came to this outcome.',
  dissent_agreement_required: 'A dissenting view is recorded only with the agreement of its organization.',
  dissent_view_required: 'Say what the dissenting view is.',
  facilitator_required: 'Name a facilitator first.',
  few_organizations: '{invited} organizations are invited; at least {minimum} should be.',
  few_systems: 'The respondents come from {invited} systems; at least {minimum} should be represented.',
  judgment_range: 'Give a number from {lowest} to {highest}.',
  late_change_reason_required: 'Say why this was changed after the meeting.',
  move_reason_required: 'This step needs a reason.',
  no_consensus_remains:
    '{count} indicators have no consensus; their gaps count from the lower end and are provisional.',
  nobody_submitted: 'Nobody has submitted answers.',
  own_band_reason_required: 'Say why the band differs from the proposed one.',
  respondents_required: 'Invite somebody to answer first.',
  scope_element_unknown: 'The instrument has no such element.',
  scope_empty: 'Nothing is left to rate: include at least one element.',
  target_level_unknown: 'Choose a level of the scale.',
  target_needs_order: 'This scale has no order, so there are no targets.',
  target_out_of_scope: 'This indicator is not part of the assessment.',
  unresolved_due_date_past: 'The day must not lie in the past.',
  unresolved_due_date_required: 'Say by which day this is settled.',
  unresolved_owner_required: 'Say who settles this.',
  unresolved_remain: '{count} indicators stay unresolved; their gaps are unknown.',
};

/** Names of fields in requests where they differ from the words of the rules; the longest come first. */
const FIELDS: [RegExp, string][] = [
  [/^facilitatorId$/, 'facilitatorPersonId'],
  [/\bownerId$/, 'ownerPersonId'],
  [/^levelKey$/, 'level'],
  [/^range\.highest$/, 'high'],
  [/^range(\.lowest)?$/, 'low'],
  [/^outsideRangeReason$/, 'outsideReason'],
  [/^evidence$/, 'evidenceIds'],
  [/^(dissent\[\d+\])\.view$/, '$1.text'],
];

/** The sentence of a refusal or warning. */
export function sentenceOf({ rule, details }: Refusal): string {
  return SENTENCES[rule].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}

/** Refusals as the errors of a problem, with the field names of the request. */
export function errorsOf(refusals: Refusal[]): ErrorDetail[] {
  return refusals.map((refusal) => ({
    path: FIELDS.reduce((path, [from, to]) => path.replace(from, to), refusal.path),
    rule: refusal.rule,
    message: sentenceOf(refusal),
  }));
}
