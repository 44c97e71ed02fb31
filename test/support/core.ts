import { Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import { AccessModule } from '@platform/access';
import { Clock, ClockModule, ShiftedClock } from '@platform/clock';
import { Config, ConfigModule, loadConfig } from '@platform/config';
import { Actor, newId } from '@platform/context';
import { Database, DatabaseModule } from '@platform/database';
import { OutboxModule } from '@platform/outbox';
import { cloneDatabase, type TestDatabase } from './database';

/** The platform without any domain module, on a database of its own. */
export interface Core {
  module: TestingModule;
  database: Database;
  clock: ShiftedClock;
  storage: TestDatabase;
  /** Runs SQL as the owner of the tables: for tables that only a test needs. */
  asOwner<T extends object>(sql: string, params?: unknown[]): Promise<T[]>;
  /** Runs SQL as superuser, past row level security: for looking at what was stored. */
  asSuperuser<T extends object>(sql: string, params?: unknown[]): Promise<T[]>;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  close(): Promise<void>;
}

/** What a test adds to the platform. */
export interface CoreOptions {
  /** SQL of the tables of test-only entities, run by the owner of the tables before the start. */
  tables?: string;
  imports?: ModuleMetadata['imports'];
  env?: Record<string, string>;
}

@Module({})
class Extra {}

async function run<T extends object>(url: string, sql: string, params: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, params)).rows;
  } finally {
    await client.end();
  }
}

/** The settings of a server on a test's database. */
export function testConfig(storage: TestDatabase, env: Record<string, string> = {}): Config {
  return loadConfig({
    DATABASE_URL: storage.url,
    SECRET_KEY: 'test-test-test-test-test-test-test-test',
    LOG_LEVEL: 'silent',
    RATE_LIMIT: 'off',
    ...env,
  });
}

/** Starts the platform on a database of its own. Call `close` in the end. */
export async function startCore(options: CoreOptions = {}): Promise<Core> {
  const storage = await cloneDatabase();
  if (options.tables) await run(storage.ownerUrl, options.tables);
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule,
      ClockModule,
      DatabaseModule,
      AccessModule,
      OutboxModule,
      { module: Extra, imports: options.imports ?? [] },
    ],
  })
    .overrideProvider(Config)
    .useValue(testConfig(storage, options.env))
    .compile();
  await module.init();
  return {
    module,
    storage,
    database: module.get(Database),
    clock: module.get(Clock),
    asOwner: (sql, params) => run(storage.ownerUrl, sql, params),
    asSuperuser: (sql, params) => run(storage.superuserUrl, sql, params),
    get: (token) => module.get(token as never, { strict: false }),
    close: async () => {
      await module.close();
      await storage.drop();
    },
  };
}

/** The platform itself in a tenant of its own. */
export function systemActor(tenantId = newId()): Actor {
  return Actor.system(tenantId, 'job:test');
}
