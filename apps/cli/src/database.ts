import * as path from 'node:path';
import type { Config } from '@platform/config';
import { checkLoginRole, migrate, pendingMigrations } from '@platform/database';
import { Embedded, folderHolder, provisionDatabase, runningEmbedded, startEmbedded } from '@platform/embedded';
import { CommandError } from './command.error';
import { keptSecret, takeDataFolder } from './data-folder';

const NAME = 'braidway';
const OWNER = 'braidway_owner';
const LOGIN = 'braidway_login';

/** A database that answers, and the settings by which every process of the system finds it. */
export interface OpenDatabase {
  environment: Record<string, string>;
  /** Brings the schema up to date where this process may, and refuses one that does not fit. */
  prepare(): Promise<{ applied: string[] }>;
  close(): Promise<void>;
}

/** The database of DATABASE_URL. Nothing is opened yet: `prepare` is the first to connect. */
export function externalDatabase(config: Config): OpenDatabase {
  const url = config.databaseUrl ?? '';
  return {
    environment: {},
    prepare: async () => {
      const result = config.databaseMigrationUrl
        ? await migrate(config.databaseMigrationUrl, loginOf(url))
        : { applied: [] };
      await checkLoginRole(url);
      await pendingMigrations(url);
      return result;
    },
    close: async () => undefined,
  };
}

/** Starts the database of DATA_DIR; the caller holds the lock of the folder. */
export function startDatabase(dataDir: string, port?: number, log?: (line: string) => void): Promise<Embedded> {
  return startEmbedded({ dir: path.join(dataDir, 'postgres'), port, log });
}

/** The embedded server as the database of the system: two roles with passwords of their own, kept in DATA_DIR. */
export function embeddedDatabase(config: Config, server: Embedded): OpenDatabase {
  const secret = (name: string) => keptSecret(config.dataDir, name);
  const owner = { database: NAME, owner: OWNER, password: secret('database-owner-password') };
  const loginPassword = secret('database-login-password');
  return {
    environment: {
      BRAIDWAY_EMBEDDED: 'true',
      DATABASE_URL: server.url(NAME, LOGIN, loginPassword),
      DATABASE_MIGRATION_URL: server.url(NAME, OWNER, owner.password),
      SECRET_KEY: secret('secret-key'),
    },
    prepare: async () => {
      await provisionDatabase(server, owner);
      return migrate(server.url(NAME, OWNER, owner.password), { loginRole: LOGIN, loginPassword });
    },
    close: () => server.stop(),
  };
}

/**
 * The database for one command: that of DATABASE_URL, or the embedded one. When the system runs, its server is used
 * and left alone; otherwise it is started for this command.
 */
export async function openDatabase(config: Config, notice: (line: string) => void): Promise<OpenDatabase> {
  if (config.databaseUrl) return externalDatabase(config);
  if (folderHolder(config.dataDir)) {
    const server = await runningEmbedded(path.join(config.dataDir, 'postgres'));
    if (!server) throw new CommandError(`The database in ${config.dataDir} is just starting or stopping: try again.`);
    return { ...embeddedDatabase(config, server), close: async () => undefined };
  }
  const lock = takeDataFolder(config.dataDir);
  try {
    const database = embeddedDatabase(config, await startDatabase(config.dataDir, undefined, notice));
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function loginOf(url: string): { loginRole: string; loginPassword?: string } {
  const { username, password } = new URL(url);
  if (!username) throw new CommandError('DATABASE_URL names no user: give the login role that the server shall use.');
  return { loginRole: decodeURIComponent(username), loginPassword: decodeURIComponent(password) || undefined };
}
