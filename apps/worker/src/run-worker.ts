import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigError } from '@platform/config';
import { DatabaseRefused } from '@platform/database';
import { Logger } from '@platform/http';
import { HandlersInvalid } from '@platform/jobs';

const STOP_WITHIN_MS = 15_000;
const EXPECTED = [ConfigError, DatabaseRefused, HandlersInvalid];

/** Runs the worker until it is told to stop; a start that cannot succeed ends with one line and exit code 1. */
export async function runWorker(module: Type<unknown>): Promise<void> {
  try {
    const app = await NestFactory.createApplicationContext(module, { logger: ['fatal'], abortOnError: false });
    const logger = app.get(Logger);
    stopOnRequest(app, logger);
    logger.log('worker ready');
    process.send?.({ ready: 'worker' });
  } catch (error) {
    const known = EXPECTED.some((kind) => error instanceof kind);
    process.stderr.write(`${known ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
    process.exit(1);
  }
}

/** SIGTERM, Ctrl-C, or the end of the process that started this one: running jobs finish first. */
function stopOnRequest(app: INestApplicationContext, logger: Logger): void {
  let stopping = false;
  const stop = (why: string) => {
    if (stopping) return;
    stopping = true;
    logger.log('worker stops', { why });
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('the worker did not stop cleanly', { error });
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  process.on('disconnect', () => stop('disconnect'));
  if (process.send && !process.connected) stop('disconnect'); // it ended during the start
}
