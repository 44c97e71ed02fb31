import 'reflect-metadata';
import type { Command } from 'commander';

/** `start` loads nothing but itself: most other commands load the whole domain, which takes a second. */
async function program(): Promise<Command> {
  if (process.argv[2] !== 'start') return (await import('./program')).buildProgram();
  const [{ programOf }, { command }] = await Promise.all([import('./program-of'), import('./commands/start.command')]);
  return programOf([command]);
}

void program()
  .then((built) => built.parseAsync())
  .then(() => process.exit()); // with the exit code that the command set, whatever handles are still open
