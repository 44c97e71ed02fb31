import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decodeText, type TextEncoding } from './decode';
import { UnreadableImport } from './import-problem';
import { pause } from './pause';
import { rowsPerBatch, type SourceRow } from './source-row';

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

const notClosed = (line: number): UnreadableImport =>
  new UnreadableImport(
    'quote-not-closed',
    `A quotation mark opened in the row that begins at line ${line} is never closed. Close or remove it and upload the file again.`,
  );

const firstPiece = (bytes: Uint8Array, encoding: TextEncoding): string =>
  decodeText(bytes.subarray(0, 64 * 1024), encoding).next().value ?? '';

/** The parser, and the line where the last complete record ended: ahead of what has been read from the parser. */
function openParser(
  bytes: Uint8Array,
  encoding: TextEncoding,
  delimiter: string,
): { rows: Readable; parsedTo(): number } {
  let parsedTo = 0;
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 256 * 1024,
    on_record: (record, { lines }) => {
      parsedTo = lines;
      return record;
    },
  });
  const text = Readable.from(decodeText(bytes, encoding), { highWaterMark: 1 });
  // An error reaches whoever reads the parser; nobody else needs to hear of it.
  return { rows: pipeline(text, parser, () => undefined), parsedTo: () => parsedTo };
}

/**
 * The rows of a delimited text with their line numbers, in batches with a pause in between; empty lines are left out.
 * Separator: comma, tab, semicolon or bar, found by itself unless given. Quoted cells may hold line breaks; stray quotes are
 * kept as text.
 * @throws UnreadableImport when a quotation mark is never closed.
 */
export async function* csvBatches(
  bytes: Uint8Array,
  encoding: TextEncoding,
  delimiter = detectDelimiter(firstPiece(bytes, encoding)),
): AsyncGenerator<SourceRow[]> {
  const { rows, parsedTo } = openParser(bytes, encoding, delimiter);
  let batch: SourceRow[] = [];
  let lastLine = 0;
  try {
    for await (const { record, info } of rows as AsyncIterable<ParsedRecord>) {
      if (record.some((cell) => cell !== '')) batch.push({ line: lastLine + 1, cells: record });
      lastLine = info.lines;
      if (batch.length < rowsPerBatch) continue;
      yield batch;
      batch = [];
      await pause();
    }
  } catch (error) {
    throw error instanceof CsvError ? notClosed(parsedTo() + 1) : error;
  }
  if (batch.length) yield batch;
}
