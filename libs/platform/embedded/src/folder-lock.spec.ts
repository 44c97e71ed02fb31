import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { folderHolder, lockFolder } from './folder-lock';
import { startMarkOf } from './process-info';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braidway-lock-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function writeLock(pid: number, startMark: string): void {
  fs.writeFileSync(path.join(folder, 'lock'), `${pid} ${startMark} 00`);
}

it('refuses a folder that a living process holds, in one line that names the process', () => {
  const lock = lockFolder(folder);
  expect(folderHolder(folder)).toBe(process.pid);
  expect(() => lockFolder(folder)).toThrow(
    `${folder} is in use by process ${process.pid}: stop it or choose another DATA_DIR`,
  );
  lock.release();
  expect(folderHolder(folder)).toBeUndefined();
  lockFolder(folder).release();
});

it('takes over the lock of a process that is gone', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.on('exit', resolve));
  writeLock(child.pid!, '1');
  const lock = lockFolder(folder);
  expect(folderHolder(folder)).toBe(process.pid);
  lock.release();
});

it('takes over a lock whose process id belongs to a later process', () => {
  writeLock(process.pid, `${startMarkOf(process.pid)}0`);
  expect(folderHolder(folder)).toBeUndefined();
  lockFolder(folder).release();
});

it('does not give free what another process has taken meanwhile', () => {
  const lock = lockFolder(folder);
  writeLock(process.ppid, startMarkOf(process.ppid));
  lock.release();
  expect(folderHolder(folder)).toBe(process.ppid);
});

it('leaves no other files behind', () => {
  writeLock(999_999_999, '1');
  lockFolder(folder).release();
  expect(fs.readdirSync(folder)).toEqual([]);
});

it('says in one line that a folder cannot be created', () => {
  fs.writeFileSync(path.join(folder, 'file'), '');
  expect(() => lockFolder(path.join(folder, 'file', 'below'))).toThrow(/^Cannot create the data folder [^\n]*ENOTDIR/);
  expect(() => lockFolder('/proc/nowhere/below')).toThrow(/^Cannot create the data folder [^\n]*/);
});
