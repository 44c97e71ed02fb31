import { type INestApplicationContext } from '@nestjs/common';
import type { CliContext } from './run';
import { openDatabase } from './database';

/** Runs work on the services of the domain. The settings of the database must stand in the environment already. */
export async function withServices<T>(work: (services: INestApplicationContext) => Promise<T>): Promise<T> {
  const { NestFactory } = await import('@nestjs/core');
  const { CliModule } = await import('./cli.module'); // late: most commands and the supervisor need no services
  const services = await NestFactory.createApplicationContext(CliModule, { logger: ['fatal'], abortOnError: false });
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

/**
 * For commands: opens the database, checks that its schema fits, and runs work on the services.
 * @throws CommandError, DatabaseRefused, EmbeddedError
 */
export async function withSystem<T>(
  { config, notice }: CliContext,
  work: (services: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config, notice);
  try {
    await database.prepare();
    Object.assign(process.env, database.environment);
    return await withServices(work);
  } finally {
    await database.close();
  }
}
