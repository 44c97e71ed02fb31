import * as fs from 'node:fs';
import * as path from 'node:path';
import { EmbeddedError } from './embedded.error';

/** Account that PostgreSQL runs as; undefined when it runs as the caller. */
export interface ServiceAccount {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root runs it as `nobody`, which every /etc/passwd has (initdb needs an entry).
 * @throws EmbeddedError when root has no such account to step down to.
 */
export function serviceAccount(): ServiceAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = fs.readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (!line)
    throw new EmbeddedError('PostgreSQL does not run as root and there is no account "nobody": set DATABASE_URL');
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

/** Whether the account may pass through every folder up to and including this one. */
export function canReach(account: ServiceAccount | undefined, folder: string): boolean {
  if (!account) return true;
  const { mode, uid, gid } = fs.statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  const parent = path.dirname(folder);
  return (mode & bit) !== 0 && (parent === folder || canReach(account, parent));
}

/** Hands files to the service account; nothing to do when there is none. */
export function giveTo(account: ServiceAccount | undefined, ...files: string[]): void {
  if (account) files.forEach((file) => fs.chownSync(file, account.uid, account.gid));
}
