import { ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** How a process ended, and what it wrote. */
export interface Ending {
  code: number | null;
  output: string;
  errors: string;
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Runs `scripts/<script>.mjs` with these arguments and settings until it ends. */
export function runScript(script: 'start' | 'cli', args: string[], settings: Record<string, string>): Promise<Ending> {
  return new RunningScript(script, args, settings).ended;
}

/** A script of the project in a process of its own. */
export class RunningScript {
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
  private output = '';
  private errors = '';

  constructor(script: 'start' | 'cli', args: string[], settings: Record<string, string>) {
    const { PATH, HOME } = process.env;
    this.child = spawn(process.execPath, [path.join(ROOT, 'scripts', `${script}.mjs`), ...args], {
      env: { PATH, HOME, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child.stderr!.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.ended = new Promise((resolve) =>
      this.child.on('close', (code) => resolve({ code, output: this.output, errors: this.errors })),
    );
  }

  /** The ready line. @throws with everything that was written when the system ends before */
  ready(): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = () => this.output.includes('is ready at') && resolve(this.output.trim());
      this.child.stdout!.on('data', look);
      void this.ended.then(({ errors }) => reject(new Error(`ended before it was ready: ${errors}`)));
      look();
    });
  }

  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Ending> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Process ids that the system wrote down. */
export function pidOf(dataDir: string, name: 'api' | 'worker' | 'postgres'): number {
  return Number(fs.readFileSync(path.join(dataDir, 'run', `${name}.pid`), 'utf8'));
}
