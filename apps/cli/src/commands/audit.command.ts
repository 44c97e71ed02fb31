import type { INestApplicationContext } from '@nestjs/common';
import { type AuditReport, AuditVerifier } from '@platform/audit';
import type { Tenant } from '@domain/directory';
import { namedTenants } from '../named-tenants';
import type { CommandDefinition } from '../run';
import { withSystem } from '../services';

type TenantReport = AuditReport & { tenant: string };

/** `audit verify`: recomputes the chain of the audit log and compares it with the anchors outside the database. */
export const command: CommandDefinition = (program, run) => {
  program
    .command('audit')
    .description('check the audit log')
    .command('verify')
    .description('find a changed, cut or rewritten audit log; exit code 1 when it is broken')
    .option('--tenant <slug>', 'only this tenant')
    .option('--json', 'print the result as JSON')
    .action(
      run((context, options: { tenant?: string }) =>
        withSystem(context, async (services) => {
          const reports: TenantReport[] = [];
          for (const tenant of await namedTenants(services, options.tenant))
            reports.push(await verify(services, tenant));
          if (reports.some(({ ok }) => !ok)) process.exitCode = 1;
          return { text: reports.map(describe).join('\n') || 'There are no tenants.', data: reports };
        }),
      ),
    );
};

async function verify(services: INestApplicationContext, tenant: Tenant): Promise<TenantReport> {
  return { tenant: tenant.slug, ...(await services.get(AuditVerifier).verify(tenant.id)) };
}

function describe(report: TenantReport): string {
  const { tenant, ok, seals, sealed, waiting, anchored, problems } = report;
  const counts = `${sealed} events under ${seals} seals, ${waiting} waiting for one, ${anchored} seals anchored here`;
  if (ok) return `${tenant}: unbroken (${counts}).`;
  return [`${tenant}: BROKEN (${counts}).`, ...problems.map(({ message }) => `  ${message}`)].join('\n');
}
