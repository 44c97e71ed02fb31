import { Invalid } from '@platform/context';

/** What can be wrong with a row. Each has a sentence in `data/import-messages.json`. */
export type ImportRule =
  | 'name_missing'
  | 'name_too_long'
  | 'id_missing'
  | 'id_form'
  | 'id_rounded'
  | 'id_unknown_state'
  | 'id_repeated'
  | 'zeros_restored'
  | 'kind_missing'
  | 'kind_unknown'
  | 'kind_guessed'
  | 'row_too_short'
  | 'row_too_long'
  | 'zip_form'
  | 'state_unknown'
  | 'county_form'
  | 'phone_form'
  | 'website_form'
  | 'status_unknown'
  | 'closed'
  | 'not_yet_open'
  | 'other_state'
  | 'replaced_by'
  | 'parent_form';

/** `error`: the row is not imported. `warning`: it is, but a person should look. `note`: something was put right. */
export type ProblemSeverity = 'error' | 'warning' | 'note';

/** One thing wrong with one row of an import file. */
export interface ImportProblem {
  /** Line of the text file or row of the sheet, from 1. */
  line: number;
  /** Heading of the column as the file writes it; null when the whole row is meant. */
  column: string | null;
  rule: ImportRule;
  /** Key in the catalogs. */
  messageKey: string;
  /** Values for the sentence, already safe to show. */
  params: Record<string, string>;
  severity: ProblemSeverity;
}

/** Builds a problem; long values are cut so that a broken file cannot flood the preview. */
export function importProblem(
  line: number,
  column: string | null,
  rule: ImportRule,
  severity: ProblemSeverity,
  params: Record<string, string> = {},
): ImportProblem {
  const short = Object.entries(params).map(([key, value]) => [
    key,
    value.length > 120 ? `${value.slice(0, 119)}…` : value,
  ]);
  return { line, column, rule, messageKey: `directory.import.${rule}`, params: Object.fromEntries(short), severity };
}

/** Why a whole file cannot be read. */
export type UnreadableReason =
  | 'empty'
  | 'too-large'
  | 'not-a-table'
  | 'old-excel'
  | 'broken-excel'
  | 'broken-archive'
  | 'archive-without-table'
  | 'archive-with-several-tables'
  | 'quote-not-closed'
  | 'row-too-large'
  | 'unknown-layout'
  | 'columns-missing';

/** 422: the file as a whole cannot be imported; the message says what to do. */
export class UnreadableImport extends Invalid {
  constructor(
    readonly reason: UnreadableReason,
    message: string,
  ) {
    super(`directory.import-${reason}`, message, [{ path: 'file', rule: reason, message }]);
  }
}
