import { randomBytes } from 'node:crypto';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { operationId, pagePolicy } from '@platform/http';
import { docsPage } from './docs-page';

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable name of the refusal' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'rule', 'message'],
        properties: { path: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const WORDS: Record<string, string> = {
  400: 'Unreadable request',
  401: 'Not signed in',
  403: 'Visible, but not allowed',
  404: 'Not there, or not visible',
  409: 'Not possible in this state',
  412: 'Changed meanwhile',
  413: 'Too large',
  422: 'A rule on the content is broken',
  428: 'If-Match is missing',
  429: 'Too many requests',
};

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema?: object; description?: string }[];
  responses: Record<string, unknown>;
  'x-permission'?: string;
  requestBody?: unknown;
}

function errorsOf(method: string, operation: Operation): string[] {
  const writes = method !== 'get';
  const signedIn = operation['x-permission'] !== 'public';
  const versioned = operation.parameters?.some((parameter) => parameter.name === 'If-Match');
  return [
    '400',
    '404',
    '429',
    ...(signedIn ? ['401', '403'] : []),
    ...(writes ? ['409', '413', '422'] : ['422']),
    ...(versioned ? ['412', '428'] : []),
  ];
}

/** Parameters of the path that no handler names, such as the tenant, which only the guard reads. */
function addPathParameters(path: string, operation: Operation): void {
  const known = (operation.parameters ??= []);
  for (const [, name] of path.matchAll(/\{(\w+)\}/g))
    if (!known.some((parameter) => parameter.in === 'path' && parameter.name === name))
      known.unshift({ name, in: 'path', required: true, schema: { type: 'string' } });
}

/** Says for each operation how it can fail and which headers it understands. */
function complete(document: OpenAPIObject): OpenAPIObject {
  document.openapi = '3.1.0';
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM as never },
  };
  for (const [address, path] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(path as Record<string, Operation>)) {
      if (!operation.responses) continue;
      addPathParameters(address, operation);
      const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
      for (const status of errorsOf(method, operation))
        operation.responses[status] ??= { description: WORDS[status], content };
      if (method === 'post' && operation['x-permission'] !== 'public')
        (operation.parameters ??= []).push({
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          schema: { type: 'string', maxLength: 200 },
          description: 'The same key with the same body gives the same answer, once carried out.',
        });
    }
  return document;
}

/** The compiler hands the members of a union over in no fixed order; the same program must give the same document. */
function inFixedOrder(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  const schema = part as { enum?: unknown };
  if (Array.isArray(schema.enum)) schema.enum = [...(schema.enum as unknown[])].sort(); // a copy: the code uses the list
  Object.values(part).forEach(inFixedOrder);
}

/** The OpenAPI document of all routes. */
export async function buildDocument(app: NestFastifyApplication): Promise<OpenAPIObject> {
  const metadata = './metadata'; // written by the build from the DTO classes
  const plugin = await import(metadata).catch(() => null);
  if (plugin) await SwaggerModule.loadPluginMetadata(plugin.default);
  const builder = new DocumentBuilder()
    .setTitle('Braidway')
    .setVersion('1')
    .setDescription('Every route with its schema, its errors and the right it asks for (x-permission).')
    .addCookieAuth('session', { type: 'apiKey', in: 'cookie', name: 'session' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token');
  const document = SwaggerModule.createDocument(app, builder.build(), { operationIdFactory: operationId });
  inFixedOrder(document.paths);
  inFixedOrder(document.components);
  return complete(document);
}

/** Serves the document at /api/openapi.json and a readable page of it at /api/docs. */
export async function serveDocument(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  let document: Promise<OpenAPIObject> | undefined;
  const current = () => (document ??= buildDocument(app));
  fastify.get('/api/openapi.json', current);
  fastify.get('/api/docs', async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy(nonce))
      .send(docsPage(await current(), nonce));
  });
}
