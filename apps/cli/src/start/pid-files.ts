import * as fs from 'node:fs';
import * as path from 'node:path';
import { commandLineOf, isAlive, waitUntil } from '@platform/embedded';

/** Parts of the system that run as processes of their own. */
export type ProcessName = 'api' | 'worker' | 'postgres';

/** The files `DATA_DIR/run/<name>.pid`, by which operators and tests find the processes. */
export class PidFiles {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = path.join(dataDir, 'run');
  }

  write(name: ProcessName, pid: number): void {
    fs.mkdirSync(this.folder, { recursive: true });
    fs.writeFileSync(this.fileOf(name), `${pid}\n`);
  }

  remove(name: ProcessName): void {
    fs.rmSync(this.fileOf(name), { force: true });
  }

  /** Waits for the API and the worker of a supervisor that was killed, which end by themselves; ends them if they do not. */
  async endLeftovers(): Promise<void> {
    for (const name of ['api', 'worker'] as const) {
      const pid = this.read(name);
      const left = () => isAlive(pid) && (commandLineOf(pid) ?? '').includes(`apps/${name}/`);
      if (!(await waitUntil(() => !left(), 6000))) process.kill(pid, 'SIGKILL');
      await waitUntil(() => !left(), 2000);
    }
  }

  private read(name: ProcessName): number {
    const file = this.fileOf(name);
    return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  }

  private fileOf(name: ProcessName): string {
    return path.join(this.folder, `${name}.pid`);
  }
}
