import { Global, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessModule } from '@platform/access';
import { Clock, ClockModule, type ShiftedClock } from '@platform/clock';
import { Config, SecretBox } from '@platform/config';
import { Actor, newId } from '@platform/context';
import { Database, DatabaseModule } from '@platform/database';
import { ActorSource, Authenticator, httpAdapter, HttpModule, type Identity, setupHttp } from '@platform/http';
import { OutboxModule } from '@platform/outbox';
import { testConfig } from './core';
import { cloneDatabase, type TestDatabase } from './database';
import { Client } from 'pg';

/** People of a test: the header `x-as` names one of them, and the tenant in an address is its id. */
export const PEOPLE = new Map<string, Actor>();

/** Adds somebody with a login and nothing else to a tenant. */
export function somebody(tenantId = newId(), more: Partial<ConstructorParameters<typeof Actor>[0]> = {}) {
  const name = newId();
  const actor = new Actor({
    kind: 'person',
    tenantId,
    accountId: name,
    personId: newId(),
    via: 'session:test',
    ...more,
  });
  PEOPLE.set(name, actor);
  return { actor, tenantId, headers: { 'x-as': name }, base: `/api/v1/t/${tenantId}` };
}

class HeaderAuthenticator extends Authenticator {
  async authenticate(request: Parameters<Authenticator['authenticate']>[0]): Promise<Identity | null> {
    const name = String(request.headers['x-as'] ?? '');
    return PEOPLE.has(name)
      ? { accountId: name, via: 'session:test', platformAdmin: false, secondFactor: false }
      : null;
  }
}

class PeopleSource extends ActorSource {
  async actorFor(identity: Identity, tenant: string): Promise<Actor | null> {
    const actor = PEOPLE.get(identity.accountId);
    return actor?.tenantId === tenant ? actor : null;
  }
}

@Global()
@Module({
  providers: [
    { provide: Authenticator, useClass: HeaderAuthenticator },
    { provide: ActorSource, useClass: PeopleSource },
  ],
  exports: [Authenticator, ActorSource],
})
class PeopleModule {}

/** What a test adds to the HTTP core. */
export interface HttpCoreOptions {
  tables?: string;
  imports?: ModuleMetadata['imports'];
  controllers?: Type[];
  env?: Record<string, string>;
}

/** The HTTP conventions on a database of its own, without any domain module. */
export class HttpCore {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly storage: TestDatabase,
  ) {}

  static async start(options: HttpCoreOptions = {}): Promise<HttpCore> {
    const storage = await cloneDatabase();
    if (options.tables) await query(storage.ownerUrl, options.tables);
    const app = await NestFactory.create<NestFastifyApplication>(assemble(storage, options), httpAdapter(), {
      logger: false,
      abortOnError: false,
    });
    await setupHttp(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new HttpCore(app, storage);
  }

  get database(): Database {
    return this.app.get(Database);
  }

  get clock(): ShiftedClock {
    return this.app.get(Clock);
  }

  /** Listens on a free port of this machine; returns the address. For what only a real connection can show. */
  async listen(): Promise<string> {
    await this.app.listen(0, '127.0.0.1');
    return (await this.app.getUrl()).replace('[::1]', '127.0.0.1');
  }

  /** Sends a request without a socket. */
  inject(options: Parameters<NestFastifyApplication['inject']>[0] & object) {
    return this.app.inject(options as never);
  }

  /** Runs SQL past row level security, for looking at what was stored. */
  asSuperuser<T extends object>(sql: string, params?: unknown[]): Promise<T[]> {
    return query(this.storage.superuserUrl, sql, params);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.storage.drop();
  }
}

async function query<T extends object>(url: string, sql: string, params: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, params)).rows;
  } finally {
    await client.end();
  }
}

function assemble(storage: TestDatabase, options: HttpCoreOptions): Type {
  const config = testConfig(storage, options.env);
  @Global()
  @Module({ providers: [{ provide: Config, useValue: config }, SecretBox], exports: [Config, SecretBox] })
  class TestConfigModule {}
  @Module({
    imports: [
      ...[TestConfigModule, ClockModule, DatabaseModule, AccessModule, OutboxModule, HttpModule],
      PeopleModule,
      ...(options.imports ?? []),
    ],
    controllers: options.controllers ?? [],
  })
  class HttpCoreModule {}
  return HttpCoreModule;
}
