import type { CommandDefinition } from '../run';
import { CommandError } from '../command.error';
import { openDatabase } from '../database';

/** `migrate`: brings the schema up to date and sets up the roles. */
export const command: CommandDefinition = (program, run) =>
  program
    .command('migrate')
    .description('bring the database schema up to date and set up its roles (as the owner: DATABASE_MIGRATION_URL)')
    .option('--json', 'print the result as JSON')
    .action(
      run(async ({ config, notice }) => {
        if (config.databaseUrl && !config.databaseMigrationUrl)
          throw new CommandError(
            'DATABASE_MIGRATION_URL is missing: give the address of the role that owns the tables.',
          );
        const database = await openDatabase(config, notice);
        try {
          const { applied } = await database.prepare();
          const text = applied.length ? `Applied ${applied.join(', ')}.` : 'The schema is up to date.';
          return { text, data: { applied } };
        } finally {
          await database.close();
        }
      }),
    );
