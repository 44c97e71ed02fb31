import { Command } from 'commander';
import { run, type CommandDefinition } from './run';

/** A command line program with these commands. */
export function programOf(commands: CommandDefinition[]): Command {
  const program = new Command('braidway').description('Runs and administers Braidway.').showHelpAfterError();
  commands.forEach((define) => define(program, run));
  return program;
}
