import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { httpAdapter } from '@platform/http';
import { ApiModule } from './api.module';
import { buildDocument } from './openapi';

/** Prints the OpenAPI document without starting anything: no database, no port. */
async function main(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, httpAdapter(), {
    preview: true,
    logger: false,
  });
  process.stdout.write(`${JSON.stringify(await buildDocument(app), null, 2)}\n`);
}

void main();
