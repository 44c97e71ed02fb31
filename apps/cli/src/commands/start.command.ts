import type { CommandDefinition } from '../run';
import { Supervisor } from '../start/supervisor';

/** `start`: the whole system on this machine until it is told to stop. */
export const command: CommandDefinition = (program, run) =>
  program
    .command('start')
    .description('run the whole system: database (unless DATABASE_URL is set), API with pages, and worker')
    .action(run(({ config, notice }) => new Supervisor(config, notice).runUntilStopped()));
