import { UnreadableImport } from './import-problem';
import { pause } from './pause';

/** Text encodings that import files come in; everything that is not Unicode is read as Windows-1252, a superset of Latin-1. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes looked at, and decoded for the parser, between two pauses: each takes a few milliseconds at most. */
const detectSize = 256 * 1024;
const decodeSize = 8 * 1024;

// Bytes 0x80-0x9F of Windows-1252; own table because runtimes differ in how they read the five unassigned ones.
const windowsExtras = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

function* chunksOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Whether all bytes are UTF-8, looked at piece by piece so that other requests are not kept waiting. */
async function isUtf8(bytes: Uint8Array): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const chunk of chunksOf(bytes, detectSize)) {
      decoder.decode(chunk, { stream: true });
      await pause();
    }
    decoder.decode();
    return true;
  } catch {
    return false; // not an error: the file is then read as Windows-1252
  }
}

/**
 * Finds the encoding: by its byte order mark, else UTF-8 if every byte fits, else Windows-1252.
 * @throws UnreadableImport when the bytes are no text at all.
 */
export async function detectEncoding(bytes: Uint8Array): Promise<TextEncoding> {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8-bom';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (bytes.includes(0)) {
    throw new UnreadableImport(
      'not-a-table',
      'The file is not a table: save it as CSV, XLSX, or a ZIP with one CSV inside.',
    );
  }
  return (await isUtf8(bytes)) ? 'utf-8' : 'windows-1252';
}

const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => windowsExtras[char.charCodeAt(0) - 0x80]);

const unicodeLabel = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
} as const;

function chunkDecoder(encoding: TextEncoding): (chunk?: Uint8Array) => string {
  if (encoding === 'windows-1252') return (chunk) => (chunk ? fromWindows1252(chunk) : '');
  const decoder = new TextDecoder(unicodeLabel[encoding]);
  return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
}

/** The text piece by piece, without byte order mark, every line break as a single line feed. */
export function* decodeText(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decode = chunkDecoder(encoding);
  let heldBack = '';
  for (const chunk of chunksOf(bytes, decodeSize)) {
    const text = heldBack + decode(chunk);
    heldBack = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - heldBack.length).replace(/\r\n?/g, '\n');
  }
  yield (heldBack + decode()).replace(/\r\n?/g, '\n');
}
