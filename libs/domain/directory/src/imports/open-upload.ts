import { csvBatches } from './csv-rows';
import { detectEncoding, type TextEncoding } from './decode';
import { UnreadableImport } from './import-problem';
import type { SourceTable } from './source-row';
import { listArchive, unpack, type ArchiveEntry } from './unzip';
import { xlsxTables } from './xlsx-tables';

/** What was uploaded and the tables found in it. */
export interface OpenedUpload {
  fileType: 'csv' | 'xlsx';
  /** Null for workbooks. */
  encoding: TextEncoding | null;
  /** Name of the file inside the ZIP archive; null when it was not packed. */
  archiveEntry: string | null;
  tables: SourceTable[];
}

/** Largest table after unpacking, in bytes; the national CCD school file has about 40 MB. */
export const largestTable = 200_000_000;

const isZip = (bytes: Buffer): boolean => bytes.length > 22 && bytes.readUInt32LE(0) === 0x04034b50;
const isOldExcel = (bytes: Buffer): boolean => bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0;

async function openText(bytes: Buffer, archiveEntry: string | null): Promise<OpenedUpload> {
  const encoding = await detectEncoding(bytes);
  const tables = [{ sheet: null, batches: () => csvBatches(bytes, encoding) }];
  return { fileType: 'csv', encoding, archiveEntry, tables };
}

/** The one table of an archive. IPEDS puts a revised copy (`hd2019_rv.csv`) beside the first issue; the revised one counts. */
function tableIn(entries: ArchiveEntry[]): ArchiveEntry {
  const tables = entries.filter(({ name }) => /\.(csv|txt|tsv)$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name));
  const revised = tables.filter(({ name }) => /_rv\.\w+$/i.test(name));
  const [only, ...others] = revised.length === 1 ? revised : tables;
  if (!only) {
    throw new UnreadableImport(
      'archive-without-table',
      'The ZIP archive holds no CSV file. Pack one CSV or upload it unpacked.',
    );
  }
  if (others.length) {
    const names = tables
      .slice(0, 5)
      .map((entry) => entry.name)
      .join(', ');
    throw new UnreadableImport(
      'archive-with-several-tables',
      `The ZIP archive holds several tables (${names}). Upload one at a time.`,
    );
  }
  return only;
}

async function openZip(bytes: Buffer): Promise<OpenedUpload> {
  const entries = listArchive(bytes);
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > 2 * largestTable)
    throw new UnreadableImport('too-large', 'The archive is too large unpacked. Upload one table at a time.');
  if (!entries.some((entry) => entry.name === '[Content_Types].xml')) {
    const entry = tableIn(entries);
    return openText(await unpack(entry, largestTable), entry.name);
  }
  return { fileType: 'xlsx', encoding: null, archiveEntry: null, tables: await xlsxTables(bytes) };
}

/**
 * Opens an uploaded list by its content, whatever its name: delimited text, XLSX, or a ZIP archive with one text table.
 * @throws UnreadableImport when it is empty, an old XLS workbook, damaged, or no table.
 */
export async function openUpload(bytes: Buffer): Promise<OpenedUpload> {
  if (bytes.length === 0) throw new UnreadableImport('empty', 'The file is empty.');
  if (isOldExcel(bytes)) {
    throw new UnreadableImport(
      'old-excel',
      'This is a workbook of the old XLS format. Open it in a spreadsheet program, save it as XLSX or CSV, and upload that.',
    );
  }
  return isZip(bytes) ? openZip(bytes) : openText(bytes, null);
}
