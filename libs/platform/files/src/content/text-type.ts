import { open } from 'node:fs/promises';
import { FileTypeRefused } from '../files.errors';
import { endingOf } from './safe-name';

const HEAD_BYTES = 65_536;
const DRAWING_BYTES = 262_144;
const PAGE = /<(!doctype html|html|head|body|script|iframe|object|embed|meta|link|form|base)\b/i;
const SVG = /<svg[ >]/i;
const ACTIVE_SVG =
  /<(script|foreignobject|iframe|embed|object|set|handler)\b| on[a-z]+ ?=|javascript:|<!entity|\[ ?<!|&#|@import|(href|src) ?= ?(?!["']#)/i;
const SCRIPT = /^(#!|<\?php|@echo )/i;
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

async function head(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** UTF-8, UTF-16 with its mark, or Latin-1; a character cut at the end does not count. */
function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes, { stream: true });
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes, { stream: true });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return bytes.toString('latin1');
  }
}

/** White space shrunk to one blank each, so that the patterns above stay fast and cannot be stepped around. */
const compact = (bytes: Buffer) =>
  decode(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\s+/g, ' ')
    .trimStart();

async function drawing(path: string): Promise<string> {
  const bytes = await head(path, DRAWING_BYTES + 1);
  if (bytes.length > DRAWING_BYTES || ACTIVE_SVG.test(compact(bytes)))
    throw new FileTypeRefused('A very large drawing, or one with scripts or links,');
  return 'image/svg+xml';
}

/**
 * The type of a file that has no binary signature: plain text and what is written in it.
 * @throws FileTypeRefused for web pages, programs, drawings with scripts, and bytes that are no text.
 */
export async function textType(path: string, name: string, declared: string): Promise<string> {
  const bytes = await head(path, HEAD_BYTES);
  const text = compact(bytes);
  const ending = endingOf(name);
  if (BINARY.test(decode(bytes))) throw new FileTypeRefused('A file of an unknown kind');
  if (SCRIPT.test(text)) throw new FileTypeRefused('A program');
  if (SVG.test(text) && (text.startsWith('<') || ending === 'svg')) return drawing(path);
  if (PAGE.test(text) || text.startsWith('<?xml')) throw new FileTypeRefused('A web page or XML file');
  if (ending === 'csv' || ending === 'tsv' || declared === 'text/csv') return 'text/csv';
  if (text.startsWith('BEGIN:VCALENDAR')) return 'text/calendar';
  return ending === 'json' && /^[[{]/.test(text) ? 'application/json' : 'text/plain';
}
