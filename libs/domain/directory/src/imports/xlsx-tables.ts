import { Worker } from 'node:worker_threads';
import { csvBatches } from './csv-rows';
import { UnreadableImport } from './import-problem';
import type { SourceTable } from './source-row';

interface SheetText {
  sheet: string;
  /** UTF-8, comma separated, one line per row of the sheet. */
  bytes: Uint8Array;
}

// The library parses a whole workbook in one step: in a thread of its own it keeps nobody waiting and its memory is bounded.
// Sheets come back as delimited text so that one pipeline reads everything; the bytes change hands without a copy.
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const readExcel = require(workerData.library);
  const text = (cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));
  const quoted = (cell) => (cell === null ? '' : '"' + text(cell).replace(/\\s+/g, ' ').replaceAll('"', '""') + '"');
  const encode = (rows) => new TextEncoder().encode(rows.map((row) => row.map(quoted).join(',')).join('\\n'));
  (readExcel.default ?? readExcel)(Buffer.from(workerData.bytes)).then((sheets) => {
    const texts = sheets.map(({ sheet, data }) => ({ sheet, bytes: encode(data) }));
    parentPort.postMessage(texts, texts.map(({ bytes }) => bytes.buffer));
  });
`;

const secondsAllowed = 60;

const broken = (): UnreadableImport =>
  new UnreadableImport(
    'broken-excel',
    'The workbook cannot be read: it is damaged, protected by a password, or too large. Save the sheet as CSV and upload that.',
  );

function readSheets(bytes: Buffer): Promise<SheetText[]> {
  const worker = new Worker(program, {
    eval: true,
    workerData: { library: require.resolve('read-excel-file/node'), bytes },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
  return new Promise<SheetText[]>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(broken()), secondsAllowed * 1000);
    worker.once('message', resolve);
    worker.once('error', () => reject(broken()));
    worker.once('exit', () => {
      clearTimeout(giveUp);
      reject(broken());
    });
  }).finally(() => worker.terminate());
}

/** The sheets of an XLSX workbook, in their order. @throws UnreadableImport when it cannot be read within a minute. */
export async function xlsxTables(bytes: Buffer): Promise<SourceTable[]> {
  const sheets = await readSheets(bytes);
  return sheets.map(({ sheet, bytes: text }) => ({ sheet, batches: () => csvBatches(text, 'utf-8', ',') }));
}
