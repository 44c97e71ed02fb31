import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { FolderLock, lockFolder } from '@platform/embedded';

/**
 * Takes DATA_DIR for this process, creating it where needed. Started by root, the database runs under another account
 * that must be able to pass through; what is secret in the folder is readable by its owner only.
 * @throws EmbeddedError when another process holds it or it cannot be written.
 */
export function takeDataFolder(dataDir: string): FolderLock {
  const lock = lockFolder(dataDir);
  if (process.getuid?.() === 0) fs.chmodSync(dataDir, fs.statSync(dataDir).mode | 0o011);
  return lock;
}

/** A secret kept in DATA_DIR, readable by its owner only; made on first use (256 bits). */
export function keptSecret(dataDir: string, name: string): string {
  return readSecret(dataDir, name) ?? keep(dataDir, name, randomBytes(32).toString('base64url'));
}

/** A secret kept in DATA_DIR earlier, if there is one. */
export function readSecret(dataDir: string, name: string): string | undefined {
  const file = path.join(dataDir, name);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined;
}

/** Writes a value for its owner only, complete or not at all. */
export function keep(dataDir: string, name: string, value: string): string {
  const file = path.join(dataDir, name);
  fs.writeFileSync(`${file}.draft`, value, { mode: 0o600 });
  fs.renameSync(`${file}.draft`, file);
  return value;
}
