import { Actor, isUuid } from '@platform/context';
import { type DeadLetter, JobsQueries, JobsService } from '@platform/jobs';
import { CommandError } from '../command.error';
import { namedTenants } from '../named-tenants';
import type { CommandDefinition } from '../run';
import { withSystem } from '../services';

const VIA = 'job:cli';

interface TenantJobs {
  tenant: string;
  waiting: number;
  failed: number;
  replaying: number;
  items: Pick<DeadLetter, 'id' | 'eventType' | 'handler' | 'attempts' | 'failedAt' | 'error' | 'state'>[];
}

/** `jobs list|replay`: what could not be handled, and having it tried again. */
export const command: CommandDefinition = (program, run) => {
  const jobs = program.command('jobs').description('look at jobs that were given up, and have them tried again');
  jobs
    .command('list')
    .description('list what was given up and how much waits, by tenant')
    .option('--tenant <slug>', 'only this tenant')
    .option('--json', 'print the result as JSON')
    .action(
      run((context, options: { tenant?: string }) =>
        withSystem(context, async (services) => {
          const data: TenantJobs[] = [];
          for (const tenant of await namedTenants(services, options.tenant))
            data.push({ tenant: tenant.slug, ...(await failed(services.get(JobsQueries), tenant.id)) });
          return { text: data.map(describe).join('\n') || 'There are no tenants.', data };
        }),
      ),
    );
  jobs
    .command('replay <id>')
    .description('have a job that was given up tried again; the worker does it')
    .requiredOption('--tenant <slug>', 'the tenant it belongs to')
    .option('--json', 'print the result as JSON')
    .action(
      run((context, id: string, options: { tenant: string }) =>
        withSystem(context, async (services) => {
          const [tenant] = await namedTenants(services, options.tenant);
          const letter = await services.get(JobsService).replay(Actor.system(tenant.id, VIA), checked(id));
          return { text: `${letter.handler} will be tried again.`, data: row(letter) };
        }),
      ),
    );
};

function checked(id: string): string {
  const valid: boolean = isUuid(id);
  if (!valid) throw new CommandError(`"${id}" is no id of a job: take one from "jobs list".`);
  return id;
}

async function failed(queries: JobsQueries, tenantId: string): Promise<Omit<TenantJobs, 'tenant'>> {
  const page = await queries.list(Actor.system(tenantId, VIA), { limit: 200, state: 'failed' });
  const { waiting, failed: given, replaying } = page.counts;
  return { waiting, failed: given, replaying, items: page.items.map(row) };
}

function row({ id, eventType, handler, attempts, failedAt, error, state }: DeadLetter) {
  return { id, eventType, handler, attempts, failedAt, error, state };
}

function describe({ tenant, waiting, failed: given, replaying, items }: TenantJobs): string {
  const head = `${tenant}: ${waiting} waiting, ${given} failed, ${replaying} being tried again`;
  const lines = items.map(
    (item) => `  ${item.id}  ${item.eventType} -> ${item.handler}, ${item.attempts} attempts: ${item.error}`,
  );
  return [head, ...lines].join('\n');
}
