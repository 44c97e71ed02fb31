import * as fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Fields of `/proc/<pid>/stat` after the command name; undefined where there is no such file. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether a process with this id runs. A zombie (container without an init) counts as gone. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statFields(pid)?.[0] !== 'Z';
}

/** Moment a process started, in clock ticks since boot, to tell a reused process id; '' where the system has no /proc. */
export function startMarkOf(pid: number): string {
  return statFields(pid)?.[19] ?? '';
}

/** Arguments of a process joined by spaces; undefined where the system does not tell. */
export function commandLineOf(pid: number): string | undefined {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}

/** Whether any process still works inside a folder (Linux only; elsewhere always false). */
export function hasProcessIn(folder: string): boolean {
  if (process.platform !== 'linux') return false;
  return fs.readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && workingFolderOf(entry) === folder);
}

function workingFolderOf(pid: string): string | undefined {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Polls a condition. @returns whether it came true within `milliseconds`. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  milliseconds: number,
  interval = 20,
): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await sleep(interval);
  }
  return true;
}
