import { CommandError } from '../command.error';
import { openDatabase } from '../database';
import { demoPassword, loadDemo, rememberRemoval } from '../demo/demo';
import { DEMO_LOGINS } from '../demo/parts';
import { removeDemo } from '../demo/remove-demo';
import type { CommandDefinition } from '../run';
import { withSystem } from '../services';

/** `demo load` and `demo remove`: the demo tenants with their people, and nothing else. */
export const command: CommandDefinition = (program, run) => {
  const demo = program.command('demo').description('load or remove the demo tenants');
  demo
    .command('load')
    .description('load the demo tenants and their people, or complete them')
    .option('--json', 'print the result as JSON')
    .action(
      run((context) =>
        withSystem(context, async (services) => {
          const { loaded } = await loadDemo(context.config, services);
          const password = demoPassword(context.config);
          const text = `Loaded ${loaded.join(', ')}. Everybody's password is ${password}: ${DEMO_LOGINS.join(', ')}.`;
          return { text, data: { loaded, password, logins: DEMO_LOGINS } };
        }),
      ),
    );
  demo
    .command('remove')
    .description('remove the demo tenants and the accounts of the demo people for good')
    .option('--json', 'print the result as JSON')
    .action(
      run(async ({ config, notice }) => {
        const database = await openDatabase(config, notice);
        try {
          const ownerUrl = database.environment.DATABASE_MIGRATION_URL ?? config.databaseMigrationUrl;
          if (!ownerUrl)
            throw new CommandError('DATABASE_MIGRATION_URL is missing: removing needs the owner of the tables.');
          const { removed } = await removeDemo(ownerUrl);
          rememberRemoval(config);
          return { text: removed.length ? `Removed ${removed.join(', ')}.` : 'There is no demo.', data: { removed } };
        } finally {
          await database.close();
        }
      }),
    );
};
