import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { EmbeddedError, reasonOf } from './embedded.error';
import { makeFolder } from './make-folder';
import { Programs } from './native-binaries';
import { canReach, giveTo, ServiceAccount } from './service-account';

/** Files of one embedded database cluster. */
export interface ClusterFolder {
  /** Folder that holds everything below. */
  home: string;
  data: string;
  log: string;
  passwordFile: string;
}

/**
 * Makes the folder of a cluster. When PostgreSQL runs as another account that cannot reach it (a 0700 home), the cluster
 * lies under /var/tmp instead; a file `moved-to` in the wanted folder then names the place.
 * @throws EmbeddedError when the folder cannot be written.
 */
export function clusterFolder(wanted: string, account: ServiceAccount | undefined, log: Log): ClusterFolder {
  try {
    makeFolder(wanted);
    if (account) fs.chmodSync(wanted, 0o755);
    fs.accessSync(wanted, fs.constants.W_OK);
    return filesIn(reachableHome(fs.realpathSync(wanted), account, log));
  } catch (error) {
    throw new EmbeddedError(`Cannot use the database folder ${wanted}: ${reasonOf(error)}`);
  }
}

type Log = (line: string) => void;

function filesIn(home: string): ClusterFolder {
  return {
    home,
    data: path.join(home, 'data'),
    log: path.join(home, 'postgres.log'),
    passwordFile: path.join(home, 'superuser-password'),
  };
}

function reachableHome(wanted: string, account: ServiceAccount | undefined, log: Log): string {
  const note = path.join(wanted, 'moved-to');
  if (!fs.existsSync(note)) {
    if (canReach(account, wanted) || fs.existsSync(path.join(wanted, 'data'))) return wanted;
    // The random part keeps a folder that was deleted and made again from meeting its old database.
    const mark = createHash('sha256').update(wanted).update(randomBytes(8)).digest('hex').slice(0, 12);
    fs.writeFileSync(note, `/var/tmp/braidway-${mark}\n`);
  }
  const home = fs.readFileSync(note, 'utf8').trim();
  log(`The account of PostgreSQL cannot reach ${wanted}: the database is kept in ${home}`);
  makeFolder(home, 0o755);
  return home;
}

/** Password of the superuser of this cluster; made on first use. */
export function superuserPassword(folder: ClusterFolder, account: ServiceAccount | undefined): string {
  if (!fs.existsSync(folder.passwordFile)) {
    const draft = `${folder.passwordFile}.draft`;
    fs.writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
    giveTo(account, draft);
    fs.renameSync(draft, folder.passwordFile);
  }
  return fs.readFileSync(folder.passwordFile, 'utf8').trim();
}

/**
 * Creates the database files unless they are there. They are made in a folder beside and renamed when complete, so a
 * process killed meanwhile leaves nothing that looks finished.
 * @throws EmbeddedError with the reason of initdb.
 */
export async function createCluster(
  folder: ClusterFolder,
  programs: Programs,
  account: ServiceAccount | undefined,
  volatile: boolean,
): Promise<void> {
  if (fs.existsSync(folder.data)) return;
  removeDrafts(folder);
  const draft = `${folder.data}.draft-${randomBytes(4).toString('hex')}`;
  fs.mkdirSync(draft, { mode: 0o700 });
  giveTo(account, draft);
  await initialize(programs('initdb'), draft, folder.passwordFile, account, volatile);
  fs.renameSync(draft, folder.data);
}

/** A killed start may have left an initdb that is still writing: what cannot be removed now goes with a later start. */
function removeDrafts(folder: ClusterFolder): void {
  for (const name of fs.readdirSync(folder.home).filter((entry) => entry.startsWith('data.draft-'))) {
    try {
      fs.rmSync(path.join(folder.home, name), { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    }
  }
}

function initialize(
  initdb: string,
  data: string,
  passwordFile: string,
  account: ServiceAccount | undefined,
  volatile: boolean,
): Promise<void> {
  const options = ['-U', 'postgres', '--auth=scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-instructions'];
  if (volatile) options.push('--no-sync');
  const child = spawn(initdb, ['-D', data, `--pwfile=${passwordFile}`, ...options], {
    ...account,
    cwd: data,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new EmbeddedError(`Cannot run initdb: ${reasonOf(error)}`)));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const reason = complaint.match(/(?:error|FATAL): .*/)?.[0] ?? complaint.trim().split('\n')[0];
      reject(new EmbeddedError(`Cannot create the embedded database in ${path.dirname(data)}: ${reason}`));
    });
  });
}
