import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import { ClusterFolder } from './cluster-folder';
import { EmbeddedError, reasonOf } from './embedded.error';
import { Programs } from './native-binaries';
import { commandLineOf, hasProcessIn, isAlive, waitUntil } from './process-info';
import { ServiceAccount } from './service-account';

const KEEP_LOG_BYTES = 10_000_000;

/** A server process and the port of 127.0.0.1 it listens on. */
export interface ServerProcess {
  pid: number;
  port: number;
}

/** The server that works on this cluster according to its lock file, or undefined when none lives. */
export function recordedServer(folder: ClusterFolder): ServerProcess | undefined {
  const lines = lockFileLines(folder);
  const pid = Number(lines[0]);
  if (!isAlive(pid) || !(commandLineOf(pid) ?? folder.data).includes(folder.data)) return undefined;
  return { pid, port: Number(lines[3]) };
}

/**
 * Clears the way after a server that was killed: waits until its orphaned workers left, then removes a lock file that
 * PostgreSQL itself would take for a living one (a zombie, or a process id in use by something else by now).
 */
export async function clearDeadServer(folder: ClusterFolder): Promise<void> {
  if (!(await waitUntil(() => !hasProcessIn(folder.data), 15_000)))
    throw new EmbeddedError(`Processes of a killed PostgreSQL still work in ${folder.data}: end them and start again`);
  fs.rmSync(lockFileOf(folder), { force: true });
}

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Spawns the server, detached so that a signal to the terminal's group does not stop it before its clients. */
export function spawnServer(
  folder: ClusterFolder,
  programs: Programs,
  account: ServiceAccount | undefined,
  port: number,
  volatile: boolean,
): { pid: number; failure: () => string | undefined } {
  const log = openLog(folder.log);
  const child = spawn(programs('postgres'), ['-D', folder.data, '-p', String(port), ...settings(volatile)], {
    ...account,
    cwd: folder.data,
    detached: true,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  let failure: string | undefined;
  child.on('error', (error) => (failure = reasonOf(error)));
  child.on('exit', (code) => (failure ??= `PostgreSQL ended with code ${code}; see ${folder.log}`));
  child.unref();
  return { pid: child.pid ?? 0, failure: () => failure };
}

function settings(volatile: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '150',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  if (volatile) Object.assign(values, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function openLog(file: string): number {
  const tooLong = fs.existsSync(file) && fs.statSync(file).size > KEEP_LOG_BYTES;
  return fs.openSync(file, tooLong ? 'w' : 'a', 0o600);
}

function lockFileOf(folder: ClusterFolder): string {
  return path.join(folder.data, 'postmaster.pid');
}

function lockFileLines(folder: ClusterFolder): string[] {
  try {
    return fs.readFileSync(lockFileOf(folder), 'utf8').split('\n');
  } catch {
    return [];
  }
}
