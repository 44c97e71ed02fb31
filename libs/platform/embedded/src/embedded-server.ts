import * as fs from 'node:fs';
import * as path from 'node:path';
import { Client } from 'pg';
import { ClusterFolder, clusterFolder, createCluster, superuserPassword } from './cluster-folder';
import { EmbeddedError } from './embedded.error';
import { nativePrograms } from './native-binaries';
import { isAlive, waitUntil } from './process-info';
import { clearDeadServer, freePort, recordedServer, ServerProcess, spawnServer } from './server-process';
import { serviceAccount } from './service-account';

const START_MILLISECONDS = 60_000;

/** What to start and where. */
export interface EmbeddedOptions {
  /** Folder for the database files, the log and the password; the caller holds its lock. */
  dir: string;
  /** Gives up safety against power failure for speed: tests only. */
  volatile?: boolean;
  /** Wanted port of 127.0.0.1; a free one otherwise. */
  port?: number;
  /** Receives notices, one line each. */
  log?: (line: string) => void;
}

/** A running embedded PostgreSQL server. */
export interface Embedded {
  /** Connection address; user `postgres` (superuser) unless another is named. */
  url(database?: string, user?: string, password?: string): string;
  readonly port: number;
  readonly pid: number;
  /** True when the server was left running by a process that was killed. */
  readonly adopted: boolean;
  /** Whether the server process lives. */
  isRunning(): boolean;
  /** Disconnects everybody and ends the server, adopted or not; returns when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the binaries that npm installed, as any user, root included. Recovers by itself from what a
 * killed start, a killed parent or a killed server left behind.
 * @throws EmbeddedError with one line that says what is wrong.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const account = serviceAccount();
  const volatile = options.volatile ?? false;
  const folder = clusterFolder(path.resolve(options.dir), account, options.log ?? (() => undefined));
  const password = superuserPassword(folder, account);
  const programs = nativePrograms(account, folder.home);
  await createCluster(folder, programs, account, volatile);
  const left = await livingServer(folder, password);
  if (left) return handle(left, password, true);
  await clearDeadServer(folder);
  const port = options.port ?? (await freePort());
  const { pid, failure } = spawnServer(folder, programs, account, port, volatile);
  const answers = await waitUntil(async () => !!failure() || (await accepts(port, password)), START_MILLISECONDS, 40);
  if (failure() || !answers) throw new EmbeddedError(failure() ?? `PostgreSQL does not answer; see ${folder.log}`);
  return handle({ pid, port }, password, false);
}

/** The server of a folder if it runs now; starts and changes nothing. */
export async function runningEmbedded(dir: string): Promise<Embedded | undefined> {
  const wanted = path.resolve(dir);
  const note = path.join(wanted, 'moved-to');
  const home = fs.existsSync(note) ? fs.readFileSync(note, 'utf8').trim() : wanted;
  if (!fs.existsSync(path.join(home, 'data'))) return undefined;
  const folder = clusterFolder(wanted, serviceAccount(), () => undefined);
  const password = superuserPassword(folder, undefined);
  const server = recordedServer(folder);
  return server && (await accepts(server.port, password)) ? handle(server, password, true) : undefined;
}

/** A server left behind may be recovering or shutting down: wait until it serves or is gone. */
async function livingServer(folder: ClusterFolder, password: string): Promise<ServerProcess | undefined> {
  let server = recordedServer(folder);
  if (!server) return undefined;
  await waitUntil(
    async () => {
      server = recordedServer(folder);
      return !server || (await accepts(server.port, password));
    },
    START_MILLISECONDS,
    40,
  );
  return server;
}

async function accepts(port: number, password: string): Promise<boolean> {
  const client = new Client({ connectionString: addressOf(port, password), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // the answer below tells
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function addressOf(port: number, password: string, database = 'postgres', user = 'postgres'): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

function handle({ pid, port }: ServerProcess, superuser: string, adopted: boolean): Embedded {
  return {
    pid,
    port,
    adopted,
    url: (database, user, password = superuser) => addressOf(port, password, database, user),
    isRunning: () => isAlive(pid),
    stop: () => stopServer(pid),
  };
}

async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitUntil(() => !isAlive(pid), 6000)) return;
  }
}
