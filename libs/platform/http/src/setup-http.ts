import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import { Config } from '@platform/config';
import { DomainError, runInRequest } from '@platform/context';
import { readBodies } from './bodies';
import { DATA_POLICY } from './content-policy';
import { Metrics } from './metrics';
import { Unreadable } from './http-errors';
import { ProblemFilter, sendProblem } from './problem.filter';
import { validation } from './validation';

const BODY_BYTES = 1_048_576;
const REQUESTS_PER_MINUTE = 600;
const LONGEST_REQUEST_MS = 300_000; // an upload over a slow line; nobody holds a connection for ever

/** The HTTP server that every app of ours uses. */
export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    requestTimeout: LONGEST_REQUEST_MS,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    trustProxy: 'loopback',
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, new Unreadable(error.message), request.id),
  });
}

class TooManyRequests extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('too-many-requests', 429, `Too many requests from this address: wait ${retryAfterSeconds} seconds.`);
  }
}

function locale(request: FastifyRequest): string {
  return /^\s*es\b/i.test(request.headers['accept-language'] ?? '') ? 'es' : 'en';
}

/** Lists are also wanted as files by their Accept header. */
function formatFromAccept(request: FastifyRequest): void {
  const accept = request.headers.accept ?? '';
  const query = request.query as Record<string, unknown>;
  if (query.format !== undefined || !request.url.startsWith('/api/v1/')) return;
  if (accept.startsWith('text/csv')) query.format = 'csv';
  if (accept.startsWith('application/vnd.openxmlformats')) query.format = 'xlsx';
}

/** Puts the conventions on an application: context, limits, headers, validation, problems. Call before `init`. */
export async function setupHttp(app: NestFastifyApplication): Promise<void> {
  const config = app.get(Config);
  const fastify = app.getHttpAdapter().getInstance();
  const filter = app.get(ProblemFilter);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    runInRequest({ requestId: request.id, operation: 'http', locale: locale(request) }, () => done());
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    formatFromAccept(request);
    done();
  });
  app.get(Metrics).observe(fastify);
  await app.register(helmet, {
    contentSecurityPolicy: false,
    hsts: config.https,
    referrerPolicy: { policy: 'same-origin' },
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', DATA_POLICY);
    done(null, payload);
  });
  readBodies(app);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: config.fileBytes, files: 1, fields: 20, fieldSize: 100_000 },
    throwFileSizeLimit: true,
  });
  if (config.rateLimit)
    await app.register(rateLimit, {
      max: REQUESTS_PER_MINUTE,
      timeWindow: 60_000,
      redis: config.redisUrl ? new Redis(config.redisUrl, { maxRetriesPerRequest: 1 }) : undefined,
      skipOnError: true,
      allowList: (request: FastifyRequest) => !request.url.startsWith('/api/'),
      errorResponseBuilder: (_request, context) => new TooManyRequests(Math.ceil(context.ttl / 1000)),
    });
  app.useGlobalPipes(validation());
  app.useGlobalFilters(filter);
}
