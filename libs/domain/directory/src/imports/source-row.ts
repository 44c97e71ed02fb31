/** One row of a source table as text; nothing cleaned yet. */
export interface SourceRow {
  /** Line of the text file or row of the sheet where it begins, from 1. */
  line: number;
  cells: string[];
}

/** One table of an uploaded file: the text, or a sheet of a workbook. */
export interface SourceTable {
  /** Name of the sheet; null for text files. */
  sheet: string | null;
  batches(): AsyncGenerator<SourceRow[]>;
}

/** Rows read between two pauses; small enough to keep each step well under 50 ms. */
export const rowsPerBatch = 100;
