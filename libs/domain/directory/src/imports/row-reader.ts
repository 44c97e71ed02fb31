import { checkExternalId, type ExternalId, type ExternalIdScheme } from '../external-id';
import type { DraftAddress } from '../organization-draft';
import { findUsState } from '../us-states';
import { cleanCell, isMissing } from './cell';
import { normalizeCounty, normalizePhone, normalizeWebsite, normalizeZip } from './contact-fields';
import { importProblem, type ImportProblem, type ImportRule, type ProblemSeverity } from './import-problem';
import type { SourceRow } from './source-row';

/** Where each field of a format stands in the file at hand. */
export interface ColumnMap {
  /** Position by field name; fields the file lacks are absent. */
  positions: ReadonlyMap<string, number>;
  /** Headings as the file writes them. */
  headings: readonly string[];
}

/** Longest name that is stored. */
export const longestName = 200;

/** Reads one row field by field and collects what is wrong with it. Every method answers null when the source says nothing. */
export class RowReader {
  readonly problems: ImportProblem[] = [];

  constructor(
    private readonly row: SourceRow,
    private readonly columns: ColumnMap,
  ) {}

  /** Line of the text file or row of the sheet. */
  get line(): number {
    return this.row.line;
  }

  /** Whether the row was refused. */
  get refused(): boolean {
    return this.problems.some((problem) => problem.severity === 'error');
  }

  /** The first of these fields that holds a value. */
  text(...fields: string[]): string | null {
    for (const field of fields) {
      const position = this.columns.positions.get(field);
      const text = position === undefined ? '' : cleanCell(this.row.cells[position] ?? '');
      if (!isMissing(text)) return text;
    }
    return null;
  }

  /** Notes a problem with the row, or with the column of one field. */
  report(
    severity: ProblemSeverity,
    rule: ImportRule,
    field: string | null = null,
    params: Record<string, string> = {},
  ): void {
    const position = field === null ? undefined : this.columns.positions.get(field);
    const column = position === undefined ? null : cleanCell(this.columns.headings[position]);
    this.problems.push(importProblem(this.line, column, rule, severity, params));
  }

  /** The name of the organization; refuses the row without one. */
  name(field: string): string {
    const name = this.text(field);
    if (name === null) this.report('error', 'name_missing', field);
    else if (name.length > longestName) this.report('error', 'name_too_long', field, { longest: String(longestName) });
    return name ?? '';
  }

  /** The id the list is about; refuses the row when it is missing or malformed. */
  mainId(scheme: ExternalIdScheme, field: string): ExternalId[] {
    if (this.text(field) !== null) return this.checkedIds(scheme, field, 'error');
    this.report('error', 'id_missing', field);
    return [];
  }

  /** Further ids, several in one cell apart by `|`, `;` or a comma; malformed ones are left out with a warning. */
  ids(scheme: ExternalIdScheme, field: string): ExternalId[] {
    return this.checkedIds(scheme, field, 'warning');
  }

  private checkedIds(scheme: ExternalIdScheme, field: string, severity: ProblemSeverity): ExternalId[] {
    const values = (this.text(field) ?? '').split(/[|;,]/).map((part) => part.trim());
    const ids = values.filter((part) => !isMissing(part)).map((part) => this.checkedId(scheme, part, field, severity));
    const good = ids.filter((id) => id !== null);
    return good.filter((id, at) => good.findIndex((other) => other.value === id.value) === at);
  }

  /** One id; null with a problem noted when it is malformed. */
  checkedId(scheme: ExternalIdScheme, raw: string, field: string, severity: ProblemSeverity): ExternalId | null {
    const check = checkExternalId(scheme, raw);
    if (!check.ok) {
      this.report(severity, check.rule, field, { value: raw, expected: check.expected });
      return null;
    }
    if (check.zerosRestored) this.report('note', 'zeros_restored', field, { value: raw, restored: check.value });
    return { scheme, value: check.value };
  }

  /** The address from the given fields. */
  address(fields: { street: string[]; city: string; state: string; zip: string; zip4?: string }): DraftAddress {
    const street = fields.street.map((field) => this.text(field)).filter((part) => part !== null);
    const zip = this.normalized(fields.zip, 'zip_form', (text) =>
      normalizeZip(text, this.text(fields.zip4 ?? '') ?? ''),
    );
    return {
      street: street.length ? street.join(', ') : null,
      city: this.text(fields.city),
      state: this.normalized(fields.state, 'state_unknown', (text) => findUsState(text)?.code ?? null),
      zip,
    };
  }

  /** Phone number in one form. */
  phone(field: string): string | null {
    return this.normalized(field, 'phone_form', normalizePhone);
  }

  /** Web address with its scheme; "http://NULL" and "http://www." say nothing. */
  website(field: string): string | null {
    if (/^https?:\/\/(www\.?|null|none|n\/?a|-[123])?\/?$/i.test(this.text(field) ?? '')) return null;
    return this.normalized(field, 'website_form', normalizeWebsite);
  }

  /** Five digits of state and county. */
  county(field: string): string | null {
    return this.normalized(field, 'county_form', normalizeCounty);
  }

  private normalized(field: string, rule: ImportRule, normalize: (text: string) => string | null): string | null {
    const text = this.text(field);
    if (text === null) return null;
    const value = normalize(text);
    if (value === null) this.report('warning', rule, field, { value: text });
    return value;
  }
}
