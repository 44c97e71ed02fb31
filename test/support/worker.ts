import type { INestApplicationContext, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AccessModule } from '@platform/access';
import { ClockModule } from '@platform/clock';
import { Config, ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { JobsWorkerModule, RetryRules } from '@platform/jobs';
import { OutboxModule } from '@platform/outbox';
import { testConfig } from './core';
import type { TestDatabase } from './database';

/** The modules that every process of ours stands on. */
export const PLATFORM = [ConfigModule, ClockModule, DatabaseModule, AccessModule, OutboxModule];

/** A worker inside the test, with the handlers of `modules`; it gives up after two quick attempts. */
export async function startWorker(
  database: TestDatabase,
  modules: Type<unknown>[],
  more: Record<string, string> = {},
): Promise<INestApplicationContext> {
  const module = await Test.createTestingModule({ imports: [...PLATFORM, JobsWorkerModule, ...modules] })
    .overrideProvider(Config)
    .useValue(testConfig(database, more))
    .overrideProvider(RetryRules)
    .useValue({ attempts: 2, firstDelayMs: 50 } satisfies RetryRules)
    .compile();
  return module.init();
}

/** Waits until `check` answers true. @throws Error after `ms` */
export async function until(check: () => Promise<boolean> | boolean, ms = 15_000): Promise<void> {
  for (let waited = 0; waited < ms; waited += 50) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen in time.');
}
