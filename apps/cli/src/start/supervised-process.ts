import { ChildProcess, fork } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '@platform/embedded';
import { CommandError } from '../command.error';

const EARLY_MILLISECONDS = 15_000;
const MOST_FAILURES = 8;
const LONGEST_PAUSE = 5000;
const KEEP_LOG_BYTES = 10_000_000;

/** One program of the system, its log, and who is told of its process ids and of its final failure. */
export interface ProcessPlan {
  name: 'api' | 'worker';
  /** Compiled main file. */
  program: string;
  environment: NodeJS.ProcessEnv;
  logFile: string;
  /** Whether what it stands on (the database) runs: its end without that is no failure, and a new start has to wait. */
  canRun(): boolean;
  onSpawn(pid: number): void;
  /** Called once when the process keeps failing right after its start. */
  onGivenUp(reason: CommandError): void;
}

/** A process that is started again whenever it ends without being told to. */
export class SupervisedProcess {
  private child?: ChildProcess;
  private stopping = false;
  /** Times in a row that it ended by itself soon after its start; being killed is no failure of the program. */
  private failures = 0;

  constructor(private readonly plan: ProcessPlan) {}

  start(): void {
    const began = performance.now();
    const log = openLog(this.plan.logFile);
    const child = fork(this.plan.program, [], {
      env: this.plan.environment,
      detached: true, // Ctrl+C reaches the supervisor only, which then stops all in order
      execArgv: ['--enable-source-maps', '--require', require.resolve('./exit-with-parent')],
      stdio: ['ignore', log, log, 'ipc'],
    });
    fs.closeSync(log);
    this.child = child;
    if (child.pid) this.plan.onSpawn(child.pid);
    child.on('error', () => undefined); // a failed spawn also ends with 'exit'
    child.on('exit', (code) => void this.ended(code, performance.now() - began));
  }

  /** Asks the process to end, and ends it if it takes longer than `patience` milliseconds. */
  async stop(patience: number): Promise<void> {
    this.stopping = true;
    const { child } = this;
    if (!child) return;
    const gone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
    child.kill('SIGTERM');
    if (!(await waitUntil(gone, patience))) child.kill('SIGKILL');
    await waitUntil(gone, 1000);
  }

  private async ended(code: number | null, lived: number): Promise<void> {
    if (this.stopping) return;
    const failed = code !== null && lived < EARLY_MILLISECONDS && this.plan.canRun();
    this.failures = failed ? this.failures + 1 : 0;
    if (this.failures >= MOST_FAILURES) return this.giveUp(code);
    await sleep(Math.min(100 * 2 ** this.failures, LONGEST_PAUSE));
    await waitUntil(() => this.stopping || this.plan.canRun(), Infinity, 50);
    if (!this.stopping) this.start();
  }

  private giveUp(code: number | null): void {
    const { name, logFile } = this.plan;
    this.plan.onGivenUp(
      new CommandError(
        `The ${name} ended ${MOST_FAILURES} times right after its start (code ${code}); see ${logFile}.`,
      ),
    );
  }
}

/** Appends to the log; one that has grown long becomes the previous log first. */
function openLog(file: string): number {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (fs.existsSync(file) && fs.statSync(file).size > KEEP_LOG_BYTES) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, 'a', 0o600);
}
