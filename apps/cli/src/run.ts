import { Config, ConfigError, loadConfig } from '@platform/config';
import { DomainError } from '@platform/context';
import { DatabaseRefused } from '@platform/database';
import { EmbeddedError } from '@platform/embedded';
import type { Command } from 'commander';
import { CommandError } from './command.error';

/** What a command gets besides its own arguments. */
export interface CliContext {
  config: Config;
  /** Writes a progress notice to stderr, so that stdout holds the result only. */
  readonly notice: (line: string) => void;
}

/** Result of a command: `data` is printed with `--json`, `text` otherwise. */
export interface CliResult {
  text: string;
  data: unknown;
}

/** The work of a command; arguments and options come as commander gives them. */
type Work<A extends unknown[]> = (context: CliContext, ...args: A) => Promise<CliResult | void>;

/** Turns the work of a command into a commander action. */
export type Run = typeof run;

/** One file in `commands/` exports one of these under the name `command`. */
export type CommandDefinition = (program: Command, run: Run) => void;

/**
 * Wraps the work of a command: loads the configuration, prints the result as text or JSON, and turns an error into one
 * line on stderr and exit code 1.
 */
export function run<A extends unknown[]>(work: Work<A>): (...args: [...A, Command]) => Promise<void> {
  return async (...args) => {
    const command = args.at(-1) as Command;
    const json = Boolean(command.opts<{ json?: boolean }>().json);
    try {
      const context = { config: loadConfig(), notice: (line: string) => console.error(line) };
      const result = await work(context, ...(args.slice(0, -1) as A));
      if (result) console.log(json ? JSON.stringify(result.data) : result.text);
    } catch (error) {
      const message = explain(error);
      console.error(json ? JSON.stringify({ error: message }) : message);
      process.exitCode = 1;
    }
  };
}

/** One line for people; an unexpected error keeps its first line, never its stack. */
function explain(error: unknown): string {
  const expected = [ConfigError, DatabaseRefused, EmbeddedError, DomainError, CommandError];
  const [line] = String((error as Error | undefined)?.message ?? error).split('\n');
  return expected.some((type) => error instanceof type) ? line : `Unexpected error: ${line}`;
}
