import { Global, Module, type ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import { AccessModule } from '@platform/access';
import { Accounts, AuthHttpModule, PeopleSource, Sessions } from '@platform/auth';
import { Clock, ClockModule, MachineClock, type ShiftedClock } from '@platform/clock';
import { Config, ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { ActorSource, httpAdapter, HttpModule, setupHttp } from '@platform/http';
import { I18nModule } from '@platform/i18n';
import { LinksHttpModule } from '@platform/links';
import { MailModule, Recipients } from '@platform/mail';
import { OutboxModule } from '@platform/outbox';
import { testConfig } from '../support/core';
import { cloneDatabase, type TestDatabase } from '../support/database';

const outside = [
  { provide: ActorSource, useValue: { actorFor: () => Promise.resolve(null) } },
  { provide: PeopleSource, useValue: { tenantsOf: () => Promise.resolve([]) } },
  { provide: Recipients, useValue: { person: () => Promise.resolve(null) } },
];

/** Stands in for the directory, which has tests of its own. */
@Global()
@Module({ providers: outside, exports: [ActorSource, PeopleSource, Recipients] })
class NoTenants {}

/** The platform with sign-in and without any domain module. */
export interface SignInApp {
  http: NestFastifyApplication;
  /** The clock that the demo moves. */
  clock: ShiftedClock;
  /** The clock by which sessions end and codes change. */
  machineClock: MachineClock;
  accounts: Accounts;
  sessions: Sessions;
  storage: TestDatabase;
  /** Runs SQL past every rule, to look at what is stored. */
  asSuperuser<T extends object>(sql: string, params?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

/** What a test adds to it. */
export interface SignInAppOptions {
  imports?: ModuleMetadata['imports'];
  env?: Record<string, string>;
  /** The database of another application: both then work on the same one. */
  storage?: TestDatabase;
}

async function run<T extends object>(url: string, sql: string, params: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, params)).rows;
  } finally {
    await client.end();
  }
}

/** Starts it on a database of its own, or on that of another application. */
export async function startSignInApp(options: SignInAppOptions = {}): Promise<SignInApp> {
  const storage = options.storage ?? (await cloneDatabase());
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule,
      ClockModule,
      DatabaseModule,
      AccessModule,
      OutboxModule,
      HttpModule,
      I18nModule,
      MailModule,
      LinksHttpModule,
      AuthHttpModule,
      NoTenants,
      ...(options.imports ?? []),
    ],
  })
    .overrideProvider(Config)
    .useValue(testConfig(storage, options.env))
    .compile();
  const http = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { logger: false });
  await setupHttp(http);
  await http.init();
  await http.getHttpAdapter().getInstance().ready();
  return {
    http,
    storage,
    clock: module.get(Clock),
    machineClock: module.get(MachineClock),
    accounts: module.get(Accounts),
    sessions: module.get(Sessions),
    asSuperuser: (sql, params) => run(storage.superuserUrl, sql, params),
    close: async () => {
      await http.close();
      if (!options.storage) await storage.drop();
    },
  };
}
