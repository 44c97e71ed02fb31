import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cloneDatabase, type TestDatabase } from './database';
import { createApp } from '../../apps/api/src/create-app';
import { ShiftedClock } from '../../libs/platform/clock/src/clock';
import { Clock } from '@platform/clock';

/** The real application on a database of its own, driven through HTTP without a socket. */
export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly database: TestDatabase,
    private readonly ownsDatabase = true,
  ) {}

  /** Starts the app; call `close` in afterAll. `environment` overrides settings. */
  static async start(environment: Record<string, string> = {}): Promise<TestApp> {
    const database = await cloneDatabase();
    Object.assign(process.env, {
      DATABASE_URL: database.url,
      SECRET_KEY: 'a test key of at least thirty-two characters',
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'silent',
      ...environment,
    });
    return new TestApp(await boot(), database);
  }

  /** Another process on the same database, as behind a load balancer; close it first. */
  static async beside(other: TestApp): Promise<TestApp> {
    return new TestApp(await boot(), other.database, false);
  }

  /** The clock, to move. */
  get clock(): ShiftedClock {
    return this.nest.get(Clock);
  }

  async close(): Promise<void> {
    await this.nest.close();
    if (this.ownsDatabase) await this.database.drop();
  }
}

async function boot(): Promise<NestFastifyApplication> {
  const nest = await createApp();
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  return nest;
}
