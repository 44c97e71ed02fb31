import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { UnreadableImport } from './import-problem';

/** A file inside a ZIP archive. */
export interface ArchiveEntry {
  name: string;
  /** Bytes before compression, as the archive says. */
  size: number;
  method: number;
  encrypted: boolean;
  compressed: Uint8Array;
}

const endRecord = 0x06054b50;
const directoryRecord = 0x02014b50;
const inflate = promisify(inflateRaw);

const broken = (): UnreadableImport =>
  new UnreadableImport(
    'broken-archive',
    'The ZIP archive is damaged or of an unusual kind. Unpack it and upload the CSV inside.',
  );

function findEndRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === endRecord) return at;
  throw broken();
}

function readEntry(bytes: Buffer, view: DataView, at: number): ArchiveEntry & { next: number } {
  if (view.getUint32(at, true) !== directoryRecord) throw broken();
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  const start = view.getUint32(at + 42, true);
  const dataStart = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    size: view.getUint32(at + 24, true),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    compressed: bytes.subarray(dataStart, dataStart + view.getUint32(at + 20, true)),
    next: at + 46 + nameLength + extraLength + commentLength,
  };
}

/** The files of a ZIP archive by its central directory (PKWARE APPNOTE 4.3.12). @throws UnreadableImport when it is damaged. */
export function listArchive(bytes: Buffer): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEndRecord(view);
    const entries: ArchiveEntry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      const { next, ...entry } = readEntry(bytes, view, at);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw broken();
    throw error;
  }
}

/** Unpacks one file. @throws UnreadableImport when it is encrypted, damaged, or larger than `limit` bytes. */
export async function unpack(entry: ArchiveEntry, limit: number): Promise<Buffer> {
  const tooLarge = new UnreadableImport(
    'too-large',
    `${entry.name} in the archive is larger than ${Math.round(limit / 1e6)} MB unpacked.`,
  );
  if (entry.size > limit) throw tooLarge;
  if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) throw broken();
  if (entry.method === 0) return Buffer.from(entry.compressed);
  try {
    return await inflate(entry.compressed, { maxOutputLength: limit });
  } catch (error) {
    throw error instanceof RangeError ? tooLarge : broken();
  }
}
