import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, loadConfig, PROJECT_ROOT } from '@platform/config';
import { Embedded, folderHolder, type FolderLock, waitUntil } from '@platform/embedded';
import { CommandError } from '../command.error';
import { takeDataFolder } from '../data-folder';
import { embeddedDatabase, externalDatabase, startDatabase } from '../database';
import { demoPassword } from '../demo/demo';
import { prepareDemo } from './demo-start';
import { PidFiles } from './pid-files';
import { claimablePort } from './port';
import { SupervisedProcess } from './supervised-process';

const READY_MILLISECONDS = 60_000;
/** A system that is just stopping gets this long before its folder counts as in use. */
const HANDOVER_MILLISECONDS = 4000;
const WATCH_MILLISECONDS = 200;

/**
 * The whole system on one machine: database, API and worker, each started again when it dies, all stopped in order.
 * Killed itself, it leaves nothing that the next start does not clear away.
 */
export class Supervisor {
  private readonly pids: PidFiles;
  private readonly processes: SupervisedProcess[] = [];
  private server?: Embedded;
  private lock?: FolderLock;
  private stopping = false;
  private stop!: (reason?: Error) => void;
  /** Settles when the system is told to stop, or cannot go on. */
  private readonly stopped = new Promise<Error | undefined>((resolve) => (this.stop = resolve));
  /** The start and the watch over the database, which must not go on while all is stopped. */
  private readonly running: Promise<unknown>[] = [];

  constructor(
    private readonly config: Config,
    private readonly notice: (line: string) => void,
  ) {
    this.pids = new PidFiles(config.dataDir);
  }

  /**
   * Runs until SIGINT, SIGTERM or SIGHUP.
   * @throws with one line when the system cannot start or cannot go on.
   */
  async runUntilStopped(): Promise<void> {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.stop());
    this.stopWithNpm();
    this.running.push(this.bringUp().catch((error: Error) => this.stop(error)));
    const reason = await this.stopped;
    await this.takeDown();
    if (reason) throw reason;
  }

  /** An `npm start` that is killed cannot pass the signal on: its end is noticed here. */
  private stopWithNpm(): void {
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event !== 'start') return;
    setInterval(() => process.ppid !== parent && this.stop(), WATCH_MILLISECONDS).unref();
  }

  private async bringUp(): Promise<void> {
    const { config } = this;
    await this.untilFolderIsFree();
    await this.pids.endLeftovers();
    const port = await claimablePort(config.host, config.port);
    this.lock = takeDataFolder(config.dataDir);
    const demoLogin = config.demo ? { DEMO_PASSWORD: demoPassword(config) } : {};
    const environment = { ...(await this.openDatabase()), ...demoLogin, PORT: String(port), DATA_DIR: config.dataDir };
    Object.assign(process.env, environment);
    const demo = config.demo ? await prepareDemo(loadConfig(), this.notice) : '';
    if (this.stopping) return;
    for (const name of ['api', 'worker'] as const) this.startProcess(name);
    await this.untilReady(port);
    if (this.stopping) return;
    console.log(`Braidway is ready at ${this.config.publicUrl.replace(/:0$/, `:${port}`)}${demo}`);
  }

  private async untilFolderIsFree(): Promise<void> {
    const { dataDir } = this.config;
    const holder = () => folderHolder(dataDir);
    if (await waitUntil(() => this.stopping || !holder(), HANDOVER_MILLISECONDS)) return;
    throw new CommandError(
      `Braidway already runs on ${dataDir} (process ${holder()}): stop it, or set DATA_DIR and PORT.`,
    );
  }

  private async openDatabase(): Promise<Record<string, string>> {
    if (this.config.databaseUrl) {
      await externalDatabase(this.config).prepare();
      return {};
    }
    this.server = await startDatabase(this.config.dataDir, undefined, this.notice);
    this.pids.write('postgres', this.server.pid);
    this.running.push(this.watchDatabase(this.server.port));
    const database = embeddedDatabase(this.config, this.server);
    await database.prepare();
    return database.environment;
  }

  /** Starts the embedded database again, on the same port, when it dies. */
  private async watchDatabase(port: number): Promise<void> {
    while (!this.stopping) {
      await sleep(WATCH_MILLISECONDS);
      if (this.stopping || this.server?.isRunning()) continue;
      try {
        this.server = await startDatabase(this.config.dataDir, port, this.notice); // not running until it answers
        this.pids.write('postgres', this.server.pid);
      } catch (error) {
        return this.stop(error as Error);
      }
    }
  }

  private startProcess(name: 'api' | 'worker'): void {
    const supervised = new SupervisedProcess({
      name,
      program: path.join(PROJECT_ROOT, 'dist/apps', name, 'src/main.js'),
      environment: process.env,
      logFile: path.join(this.config.dataDir, 'logs', `${name}.log`),
      canRun: () => this.server?.isRunning() ?? true,
      onSpawn: (pid) => this.pids.write(name, pid),
      onGivenUp: (reason) => this.stop(reason),
    });
    this.processes.push(supervised);
    supervised.start();
  }

  private async untilReady(port: number): Promise<void> {
    const { host } = this.config;
    const reachable = ['0.0.0.0', '::', ''].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
    const address = `http://${reachable}:${port}/health/ready`;
    const ready = () =>
      fetch(address).then(
        (response) => response.ok || this.stopping,
        () => this.stopping,
      );
    if (!(await waitUntil(ready, READY_MILLISECONDS, 50)))
      throw new CommandError(`The API is not ready after a minute; see ${path.join(this.config.dataDir, 'logs')}.`);
  }

  /** API first, so that nobody is answered without a worker or a database; all of it within ten seconds. */
  private async takeDown(): Promise<void> {
    this.stopping = true;
    await Promise.race([Promise.all(this.running), sleep(3000)]);
    for (const supervised of this.processes) await supervised.stop(2500);
    await this.server?.stop();
    if (this.lock) for (const name of ['api', 'worker', 'postgres'] as const) this.pids.remove(name);
    this.lock?.release();
  }
}
