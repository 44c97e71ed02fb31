import { randomBytes } from 'node:crypto';
import { text as readAll } from 'node:stream/consumers';
import { InvitationsService } from '@domain/directory';
import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '@platform/auth';
import { Actor } from '@platform/context';
import { Database } from '@platform/database';
import { CommandError } from '../command.error';
import { namedTenants } from '../named-tenants';
import type { CliResult, CommandDefinition } from '../run';
import { withSystem } from '../services';

interface Options {
  tenant?: string;
  name: string;
  passwordStdin?: boolean;
}

/** `create-admin`: somebody who makes tenants, or with `--tenant` a state administrator of one. */
export const command: CommandDefinition = (program, run) =>
  program
    .command('create-admin <email>')
    .description('make a platform administrator, or with --tenant invite a state administrator')
    .option('--tenant <slug>', 'invite a state administrator of this tenant instead')
    .option('--name <name>', 'how an invited person is called', 'State administrator')
    .option(
      '--password-stdin',
      'read the password of a platform administrator from standard input; else one is made and printed',
    )
    .option('--json', 'print the result as JSON')
    .action(
      run(async (context, email: string, options: Options) => {
        if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new CommandError(`"${email}" is no mail address.`);
        const chosen = options.passwordStdin ? (await readAll(process.stdin)).replace(/\r?\n$/, '') : undefined;
        return withSystem(context, (services) =>
          options.tenant
            ? inviteTo(services, options.tenant, email, options.name)
            : makePlatformAdmin(services, email, chosen),
        );
      }),
    );

async function makePlatformAdmin(
  services: INestApplicationContext,
  email: string,
  chosen?: string,
): Promise<CliResult> {
  const password = chosen ?? randomBytes(15).toString('base64url');
  const account = await services.get(Accounts, { strict: false }).createPlatformAdmin(email, password);
  const shown = chosen === undefined ? { password } : {};
  const text = `${email} is a platform administrator.${chosen === undefined ? ` Password, shown only now: ${password}` : ''}`;
  return { text, data: { accountId: account.id, email, ...shown } };
}

async function inviteTo(
  services: INestApplicationContext,
  slug: string,
  email: string,
  displayName: string,
): Promise<CliResult> {
  const [tenant] = await namedTenants(services, slug);
  const invitations = services.get(InvitationsService, { strict: false });
  const link = await services
    .get(Database, { strict: false })
    .transaction(Actor.system(tenant.id, 'job:cli'), async (tx) => {
      return (await invitations.inviteIn(tx, { email, displayName, role: 'state_admin', scope: 'tenant' })).link;
    });
  const text = `${email} becomes an administrator of ${tenant.name} with this link, which was also mailed:\n${link}`;
  return { text, data: { tenant: slug, email, invitation: link } };
}
