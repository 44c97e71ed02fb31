import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { httpAdapter, Logger, setupHttp } from '@platform/http';
import { ApiModule } from './api.module';
import { serveDocument } from './openapi';
import { servePages } from './web-pages';

/** The API with its conventions, its document and the pages, not listening yet. */
export async function createApp(): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, httpAdapter(), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  await setupHttp(app);
  await serveDocument(app);
  await servePages(app);
  app.enableShutdownHooks();
  return app;
}
