import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError, Invalid } from '@platform/context';
import { Unreadable } from './http-errors';

/** Levels of lists and objects in a body at most: far more than any request of ours has. */
const DEPTH_AT_MOST = 32;
const HALF_A_CHARACTER = /\p{Surrogate}/u;
const FORM = 'application/x-www-form-urlencoded';

/** 415: nobody here reads this type of content. */
class UnsupportedType extends DomainError {
  constructor() {
    super('unsupported-type', 415, 'Send the body as application/json, and files as multipart/form-data.');
  }
}

/**
 * Looks through a whole body, level by level: recursion would exhaust the stack.
 * @throws Unreadable when it is nested too deep, Invalid for a text with half a character, which no rule can read and
 *   no database store
 */
function checkBody(body: unknown): void {
  let level: [path: string, value: unknown][] = [['', body]];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH_AT_MOST) throw new Unreadable(`The body is nested deeper than ${DEPTH_AT_MOST} levels.`);
    level = level.flatMap(([path, value]) => {
      if (typeof value === 'string' && HALF_A_CHARACTER.test(value))
        throw Invalid.field(path, 'well-formed', 'This text holds half a character: type it anew.');
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).map(([key, inner]): [string, unknown] => [below(path, key, value), inner]);
    });
  }
}

function below(path: string, key: string, parent: object): string {
  if (Array.isArray(parent)) return `${path}[${key}]`;
  return path ? `${path}.${key}` : key;
}

/** Reads JSON of a sane depth and uploads, and refuses every other body so that the sender can hear why. */
export function readBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  app.useBodyParser(FORM, {}, (_request, _body, done) => done(new UnsupportedType()));
  fastify.addHook('preValidation', async (request) => checkBody(request.body));
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    // closing while the sender still sends would reset the connection before the answer is read
    if (reply.statusCode === 413) void reply.removeHeader('connection');
    done(null, payload);
  });
}
