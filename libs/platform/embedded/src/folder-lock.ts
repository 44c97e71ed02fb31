import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { EmbeddedError, reasonOf } from './embedded.error';
import { makeFolder } from './make-folder';
import { isAlive, startMarkOf } from './process-info';

const LOCK_FILE = 'lock';

/** Proof that this process is the only one working in a folder. */
export interface FolderLock {
  /** Gives the folder free; harmless when called twice. */
  release(): void;
}

/**
 * Takes the lock of a data folder, creating the folder where needed. The lock of a process that was killed is taken over.
 * @throws EmbeddedError when a living process holds it, or when the folder cannot be written.
 */
export function lockFolder(folder: string): FolderLock {
  const file = path.join(folder, LOCK_FILE);
  const mine = `${process.pid} ${startMarkOf(process.pid)} ${randomBytes(6).toString('hex')}`;
  try {
    makeFolder(folder, 0o700);
  } catch (error) {
    throw new EmbeddedError(`Cannot create the data folder ${folder}: ${reasonOf(error)}`);
  }
  for (let attempt = 0; attempt < 20; attempt++) {
    if (claim(file, mine)) return { release: () => releaseClaim(file, mine) };
    const holder = folderHolder(folder);
    if (holder) throw new EmbeddedError(`${folder} is in use by process ${holder}: stop it or choose another DATA_DIR`);
    removeStale(file);
  }
  throw new EmbeddedError(`${folder} is being started by another process: try again`);
}

/** Process that holds the lock of a folder; undefined when nobody living does. Changes nothing. */
export function folderHolder(folder: string): number | undefined {
  return livingHolder(read(path.join(folder, LOCK_FILE)));
}

function livingHolder(claimText: string): number | undefined {
  const [pid, startMark] = claimText.split(' ');
  return isAlive(Number(pid)) && startMarkOf(Number(pid)) === startMark ? Number(pid) : undefined;
}

/** Creates the lock file complete or not at all: a link either appears with its content or fails. */
function claim(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(draft, text, { mode: 0o600 });
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new EmbeddedError(`Cannot write to ${path.dirname(file)}: ${reasonOf(error)}`);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Two starters may find the same dead lock: whoever moved a living one aside by mistake puts it back. */
function removeStale(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (livingHolder(read(aside))) fs.linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function releaseClaim(file: string, mine: string): void {
  if (read(file) === mine) fs.rmSync(file, { force: true });
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
