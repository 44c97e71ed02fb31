import type { Command } from 'commander';
import { command as audit } from './commands/audit.command';
import { command as createAdmin } from './commands/create-admin.command';
import { command as createTenant } from './commands/create-tenant.command';
import { command as demo } from './commands/demo.command';
import { command as importList } from './commands/import.command';
import { command as jobs } from './commands/jobs.command';
import { command as migrate } from './commands/migrate.command';
import { command as openapi } from './commands/openapi.command';
import { command as start } from './commands/start.command';
import { programOf } from './program-of';
import type { CommandDefinition } from './run';

/** Every command, in the order in which `--help` lists them. */
const COMMANDS: CommandDefinition[] = [
  start,
  migrate,
  createTenant,
  createAdmin,
  importList,
  jobs,
  audit,
  demo,
  openapi,
];

/** The command line program with all its commands. */
export function buildProgram(): Command {
  return programOf(COMMANDS);
}
