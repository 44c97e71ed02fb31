import type { OrganizationDraft } from '../organization-draft';
import { cleanCell, isFootnote } from './cell';
import type { TextEncoding } from './decode';
import { deepestHeading, explainUnknownLayout, findLayout, type Layout } from './find-layout';
import type { ImportFormatKey } from './import-format';
import { importProblem, type ImportProblem } from './import-problem';
import { openUpload, type OpenedUpload } from './open-upload';
import { RowReader } from './row-reader';
import type { SourceRow, SourceTable } from './source-row';

/** Drafts and problems of some rows. */
export interface ImportBatch {
  /** Rows of data looked at; footnotes do not count. */
  rowCount: number;
  drafts: OrganizationDraft[];
  problems: ImportProblem[];
  /** Lines of footnotes and repeated headings. */
  skippedLines: number[];
}

/** What an uploaded file is. */
export interface ImportDescription {
  format: ImportFormatKey;
  fileType: OpenedUpload['fileType'];
  encoding: TextEncoding | null;
  archiveEntry: string | null;
  sheet: string | null;
  headerLine: number;
  ignoredColumns: string[];
}

/** A file that was recognized; its rows can be read once. */
export interface OpenedImport extends ImportDescription {
  batches: AsyncGenerator<ImportBatch>;
}

/** Choices of the person who imports. */
export interface ImportOptions {
  /** Two-letter code of the tenant's state; rows of other states are flagged. */
  state?: string;
}

/** Turns source rows into drafts; remembers the ids seen so that a repeated one is refused. */
class RowImporter {
  private readonly lineOfId = new Map<string, number>();

  constructor(
    private readonly layout: Layout,
    private readonly options: ImportOptions,
  ) {}

  batch(rows: SourceRow[]): ImportBatch {
    const result: ImportBatch = { rowCount: 0, drafts: [], problems: [], skippedLines: [] };
    for (const row of rows) {
      if (this.isFurniture(row)) result.skippedLines.push(row.line);
      else this.readRow(row, result);
    }
    return result;
  }

  /** Footnotes, source notes and a heading that is repeated further down. */
  private isFurniture({ cells }: SourceRow): boolean {
    const first = cleanCell(cells[0] ?? '');
    if (isFootnote(first)) return true;
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (filled === 0 || (this.layout.format.mainScheme && filled === 1 && first.includes(' '))) return true;
    const { headings } = this.layout.columns;
    return cells[0] === headings[0] && headings.every((heading, at) => heading === cells[at]);
  }

  private readRow(row: SourceRow, result: ImportBatch): void {
    result.rowCount += 1;
    const ragged = this.checkWidth(row);
    if (ragged) {
      result.problems.push(ragged);
      return;
    }
    const reader = new RowReader(row, this.layout.columns);
    const draft = this.layout.format.read(reader);
    this.checkState(reader, draft);
    if (!reader.refused) this.checkRepeated(reader, draft);
    result.problems.push(...reader.problems);
    if (!reader.refused) result.drafts.push(draft);
  }

  private checkWidth({ line, cells }: SourceRow): ImportProblem | null {
    const { width } = this.layout;
    const params = { found: String(cells.length), expected: String(width) };
    if (cells.length < width) return importProblem(line, null, 'row_too_short', 'error', params);
    const extra = cells.slice(width).some((cell) => cleanCell(cell) !== '');
    return extra ? importProblem(line, null, 'row_too_long', 'error', params) : null;
  }

  private checkState(reader: RowReader, draft: OrganizationDraft): void {
    const state = this.layout.format.state?.(reader) ?? draft.address.state;
    if (this.options.state && state && state !== this.options.state)
      reader.report('warning', 'other_state', null, { state });
  }

  private checkRepeated(reader: RowReader, draft: OrganizationDraft): void {
    const main = draft.externalIds.find((id) => id.scheme === this.layout.format.mainScheme);
    if (!main) return;
    const earlier = this.lineOfId.get(main.value);
    if (earlier === undefined) this.lineOfId.set(main.value, reader.line);
    else reader.report('error', 'id_repeated', null, { value: main.value, line: String(earlier) });
  }
}

interface FoundTable {
  table: SourceTable;
  layout: Layout;
  head: SourceRow[];
  rest: AsyncGenerator<SourceRow[]>;
}

async function lookInto(table: SourceTable): Promise<Omit<FoundTable, 'layout'>> {
  const rest = table.batches();
  const head: SourceRow[] = [];
  while (head.length < deepestHeading) {
    const next = await rest.next();
    if (next.done) break;
    head.push(...next.value);
  }
  return { table, head, rest };
}

/** The first table with a known heading. @throws UnreadableImport when no table has one. */
async function findTable(tables: SourceTable[]): Promise<FoundTable> {
  const seen: SourceRow[][] = [];
  for (const table of tables) {
    const looked = await lookInto(table);
    const layout = findLayout(looked.head);
    if (layout) return { ...looked, layout };
    await looked.rest.return(undefined);
    seen.push(looked.head);
  }
  throw explainUnknownLayout(seen[0] ?? []);
}

async function* readTable({ layout, head, rest }: FoundTable, options: ImportOptions): AsyncGenerator<ImportBatch> {
  const importer = new RowImporter(layout, options);
  yield importer.batch(head.filter((row) => row.line > layout.headerLine));
  for await (const rows of rest) yield importer.batch(rows);
}

/**
 * Recognizes an uploaded list by its content and opens it for reading in batches that keep nobody waiting.
 * @throws UnreadableImport when the file or its layout is not known; while reading, when the text is broken.
 */
export async function openImport(bytes: Buffer, options: ImportOptions = {}): Promise<OpenedImport> {
  const { tables, ...upload } = await openUpload(bytes);
  const found = await findTable(tables);
  const { format, headerLine, ignoredColumns } = found.layout;
  return {
    ...upload,
    format: format.key,
    sheet: found.table.sheet,
    headerLine,
    ignoredColumns,
    batches: readTable(found, options),
  };
}

/** A whole list with everything that was found in it. */
export type ImportReading = ImportDescription & ImportBatch;

/** Reads a whole list. @throws UnreadableImport as `openImport` does. */
export async function readImport(bytes: Buffer, options: ImportOptions = {}): Promise<ImportReading> {
  const { batches, ...description } = await openImport(bytes, options);
  const all: ImportReading = { ...description, rowCount: 0, drafts: [], problems: [], skippedLines: [] };
  for await (const batch of batches) {
    all.rowCount += batch.rowCount;
    all.drafts.push(...batch.drafts);
    all.problems.push(...batch.problems);
    all.skippedLines.push(...batch.skippedLines);
  }
  return all;
}
