import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileEmpty, FileTooLarge } from '../files.errors';
import type { StoredContent } from '../storage/file-storage';

/**
 * Writes a stream into a temporary file of `folder` while hashing it: it never lies in memory as a whole. When it breaks
 * off, nothing is left.
 * @throws FileTooLarge, FileEmpty, or the error of the stream
 */
export async function receive(source: Readable, folder: string, limitBytes: number): Promise<StoredContent> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > limitBytes ? new FileTooLarge(limitBytes) : null, chunk);
    },
  });
  try {
    await pipeline(source, measure, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    if (size === 0) throw new FileEmpty();
    return { path, size, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Removes what a killed process has left, older than `olderThanMs` by the machine's time (the demo's may be moved). */
export async function removeLeftovers(folder: string, olderThanMs: number): Promise<void> {
  const nowMs = performance.timeOrigin + performance.now();
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && nowMs - found.mtimeMs > olderThanMs) await rm(join(folder, name), { force: true });
  }
}
