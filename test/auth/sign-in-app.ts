import { Global, Module, type ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AccessModule } from '@platform/access';
import { Accounts, AuthModule, Sessions } from '@platform/auth';
import { Clock, ClockModule, type ShiftedClock } from '@platform/clock';
import { Config, ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { ActorSource, httpAdapter, HttpModule, setupHttp } from '@platform/http';
import { OutboxModule } from '@platform/outbox';
import { testConfig } from '../support/core';
import { cloneDatabase, type TestDatabase } from '../support/database';

@Global()
@Module({
  providers: [{ provide: ActorSource, useValue: { actorFor: () => Promise.resolve(null) } }],
  exports: [ActorSource],
})
class NoTenants {}

/** The platform with sign-in and without any domain module. */
export interface SignInApp {
  http: NestFastifyApplication;
  clock: ShiftedClock;
  accounts: Accounts;
  sessions: Sessions;
  storage: TestDatabase;
  close(): Promise<void>;
}

/** What a test adds to it. */
export interface SignInAppOptions {
  imports?: ModuleMetadata['imports'];
  env?: Record<string, string>;
  /** The database of another application: both then work on the same one. */
  storage?: TestDatabase;
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
      AuthModule,
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
    accounts: module.get(Accounts),
    sessions: module.get(Sessions),
    close: async () => {
      await http.close();
      if (!options.storage) await storage.drop();
    },
  };
}
