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
    const nest = await createApp();
    await nest.init();
    await nest.getHttpAdapter().getInstance().ready();
    return new TestApp(nest, database);
  }

  /** The clock, to move. */
  get clock(): ShiftedClock {
    return this.nest.get(Clock);
  }

  async close(): Promise<void> {
    await this.nest.close();
    await this.database.drop();
  }
}
