import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Actor } from '@platform/context';
import { Database } from '@platform/database';
import { type ImportRun, ImportsService, Tenants } from '@domain/directory';
import { CommandError } from '../command.error';
import type { CommandDefinition } from '../run';
import { withSystem } from '../services';

interface Options {
  tenant: string;
  state?: string;
  createClosed?: boolean;
  preview?: boolean;
}

/** `import`: a list of organizations into a tenant, as the import page does it. */
export const command: CommandDefinition = (program, run) =>
  program
    .command('import')
    .argument('<file>', 'CSV, XLSX or ZIP: NCES CCD, NCES search export, IPEDS HD, or name,kind,...')
    .description('import a list of organizations; doubtful rows are left out and listed on the import page')
    .requiredOption('--tenant <slug>', 'tenant that gets the organizations')
    .option('--state <code>', 'skip rows of other states (two letters)')
    .option('--create-closed', 'also make organizations that the list marks as closed')
    .option('--preview', 'only say what would be done')
    .option('--json', 'print the result as JSON')
    .action(
      run((context, file: string, options: Options) =>
        withSystem(context, async (services) => {
          const imported = await importList(services, read(file), path.basename(file), options);
          return { text: sentence(imported), data: { id: imported.id, status: imported.status, ...imported.counts } };
        }),
      ),
    );

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

async function importList(
  services: INestApplicationContext,
  bytes: Buffer,
  fileName: string,
  { tenant: slug, state, createClosed = false, preview }: Options,
): Promise<ImportRun> {
  const tenant = await services.get(Tenants).bySlug(slug);
  if (!tenant) throw new CommandError(`There is no tenant "${slug}".`);
  const imports = services.get(ImportsService);
  const actor = Actor.system(tenant.id, 'cli:import');
  const choices = { fileName, createClosed, state: state?.toUpperCase() ?? null };
  const imported = await imports.preview(actor, bytes, choices);
  if (preview) return imported;
  await imports.confirm(actor, imported.id, undefined);
  const database = services.get(Database);
  await database.transaction(actor, (tx) => imports.carryOut(tx, imported.id)); // the worker then finds it done
  return { ...imported, status: 'done' } as ImportRun;
}

function sentence({ status, rowCount, counts }: ImportRun): string {
  const verb = status === 'done' ? 'Done' : 'Would be done';
  const parts = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
  return `${verb}: ${rowCount} rows - ${parts.join(', ')}.`;
}
