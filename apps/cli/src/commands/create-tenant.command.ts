import { TenantsAdministration } from '@domain/directory';
import { CommandError } from '../command.error';
import type { CommandDefinition } from '../run';
import { withSystem } from '../services';

const VIA = 'job:cli';
const SLUG = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/;

interface Options {
  name: string;
  timeZone: string;
  adminEmail: string;
  adminName: string;
}

/** `create-tenant`: a new career pathways system with an invitation for its first state administrator. */
export const command: CommandDefinition = (program, run) =>
  program
    .command('create-tenant <slug>')
    .description('make a tenant (usually a state) and invite its first administrator by mail')
    .requiredOption('--name <name>', 'its name on pages and documents')
    .requiredOption('--time-zone <zone>', 'its time zone, for instance America/Detroit')
    .requiredOption('--admin-email <address>', 'address of the first state administrator')
    .option('--admin-name <name>', 'how that person is called', 'State administrator')
    .option('--json', 'print the result as JSON')
    .action(
      run((context, slug: string, options: Options) => {
        check(slug, options);
        return withSystem(context, async (services) => {
          const { name, timeZone, adminEmail: email, adminName: displayName } = options;
          const { tenant, link } = await services
            .get(TenantsAdministration, { strict: false })
            .create({ via: VIA }, { slug, name, timeZone, firstAdmin: { email, displayName } });
          const text = `Made ${tenant.name}. ${email} becomes its administrator with this link, which was also mailed:\n${link}`;
          return { text, data: { id: tenant.id, slug, name, timeZone, invitation: link } };
        });
      }),
    );

function check(slug: string, { name, timeZone, adminEmail }: Options): void {
  if (!SLUG.test(slug))
    throw new CommandError('The slug must have 3 to 40 small letters, digits and hyphens, beginning with a letter.');
  if (name.trim().length < 2 || name.length > 120) throw new CommandError('The name must have 2 to 120 letters.');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(adminEmail)) throw new CommandError(`"${adminEmail}" is no mail address.`);
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new CommandError(`"${timeZone}" is no time zone; give a name such as America/Detroit.`);
  }
}
