import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROJECT_ROOT } from '@platform/config';
import { pagePolicy, ProblemFilter } from '@platform/http';
import { NotFound } from '@platform/context';

const WEB = join(PROJECT_ROOT, 'dist/apps/web');

/** Serves the web client: files as they are, every other address as its page with a fresh nonce. */
export async function servePages(app: NestFastifyApplication): Promise<void> {
  const index = join(WEB, 'index.html');
  if (!existsSync(index)) return; // the API alone, as in most tests
  const html = readFileSync(index, 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  const filter = app.get(ProblemFilter);
  await app.register(fastifyStatic, {
    root: WEB,
    prefix: '/',
    index: false,
    wildcard: false,
    setHeaders: (reply, path) => {
      if (path.includes('/assets/')) void reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    if (/^\/(api|assets)\//.test(request.url)) return filter.answer(new NotFound('address'), request, reply);
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy(nonce))
      .send(html.replaceAll('__CSP_NONCE__', nonce));
  };
  fastify.get('/', page);
  fastify.get('/*', page);
}
