import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeText, type TextEncoding } from './decode';
import { UnreadableImport } from './import-problem';
import { pause } from './pause';
import { rowsPerBatch, type SourceRow } from './source-row';

const longestRow = 256 * 1024;

const delimiters = [',', '\t', ';', '|'] as const;

/** The separator that occurs most often in one of the first lines; titles above the heading have few of any. */
export function detectDelimiter(start: string): string {
  const lines = start.split('\n', 60);
  const most = (delimiter: string): number => Math.max(...lines.map((line) => line.split(delimiter).length));
  return delimiters.reduce((best, delimiter) => (most(delimiter) > most(best) ? delimiter : best));
}

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

/** Rows a list may have; the national CCD school file has about 100,000. */
export const mostRows = 250_000;

const broken = (error: CsvError, line: number): UnreadableImport =>
  error.code === 'CSV_MAX_RECORD_SIZE'
    ? new UnreadableImport(
        'row-too-large',
        `The row that begins at line ${line} has more than ${longestRow / 1024} KB. Look for a quotation mark that is never closed, or upload a table.`,
      )
    : new UnreadableImport(
        'quote-not-closed',
        `A quotation mark opened in the row that begins at line ${line} is never closed. Close or remove it and upload the file again.`,
      );

const tooManyRows = (limit: number): UnreadableImport =>
  new UnreadableImport(
    'too-large',
    `The list has more than ${limit.toLocaleString('en-US')} rows. Split it and upload the parts.`,
  );

const firstPiece = (bytes: Uint8Array, encoding: TextEncoding): string =>
  [...decodeText(bytes.subarray(0, 64 * 1024), encoding)].join('');

/** The parser, and the line where the last complete record ended: ahead of what has been read from the parser. */
function openParser(
  bytes: Uint8Array,
  encoding: TextEncoding,
  delimiter: string,
): { rows: Readable; parsedTo: () => number } {
  let parsedTo = 0;
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
    skip_empty_lines: true,
    on_record: (record, { lines }) => {
      parsedTo = lines;
      return record;
    },
  });
  const text = Readable.from(decodeText(bytes, encoding), { highWaterMark: 1 });
  // An error reaches whoever reads the parser; nobody else needs to hear of it.
  return { rows: pipeline(text, parser, () => undefined), parsedTo: () => parsedTo };
}

/** Where a record begins: the parser says where it ends. */
const firstLine = ({ record, info }: ParsedRecord): number =>
  info.lines - record.reduce((breaks, cell) => breaks + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

/**
 * The rows of a delimited text with their line numbers, in batches with a pause in between; rows without any text are left out.
 * Separator: comma, tab, semicolon or bar, found by itself unless given. Quoted cells may hold line breaks; stray quotes are
 * kept as text.
 * @throws UnreadableImport when a quotation mark is never closed, a row is huge, or there are more than `limit` rows.
 */
export async function* csvBatches(
  bytes: Uint8Array,
  encoding: TextEncoding,
  delimiter = detectDelimiter(firstPiece(bytes, encoding)),
  limit = mostRows,
): AsyncGenerator<SourceRow[]> {
  const { rows, parsedTo } = openParser(bytes, encoding, delimiter);
  let batch: SourceRow[] = [];
  let count = 0;
  try {
    for await (const parsed of rows as AsyncIterable<ParsedRecord>) {
      if (parsed.record.some((cell) => cell !== '')) batch.push({ line: firstLine(parsed), cells: parsed.record });
      count += 1;
      if (count > limit) throw tooManyRows(limit);
      if (count % rowsPerBatch !== 0) continue;
      yield batch;
      batch = [];
      await pause();
    }
  } catch (error) {
    throw error instanceof CsvError ? broken(error, parsedTo() + 1) : error;
  }
  yield batch;
}
