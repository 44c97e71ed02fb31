import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '@platform/context';
import { Unreadable } from './http-errors';

/** Levels of lists and objects in a body at most: far more than any request of ours has. */
const DEPTH_AT_MOST = 32;
const FORM = 'application/x-www-form-urlencoded';

/** 415: nobody here reads this type of content. */
class UnsupportedType extends DomainError {
  constructor() {
    super('unsupported-type', 415, 'Send the body as application/json, and files as multipart/form-data.');
  }
}

/** Whether lists and objects are nested deeper than that. Level by level: recursion would exhaust the stack. */
function deeperThan(body: unknown, most: number): boolean {
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}

/** Reads JSON of a sane depth and uploads, and refuses every other body so that the sender can hear why. */
export function readBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  app.useBodyParser(FORM, {}, (_request, _body, done) => done(new UnsupportedType()));
  fastify.addHook('preValidation', (request, _reply, done) => {
    const tooDeep = deeperThan(request.body, DEPTH_AT_MOST);
    done(tooDeep ? new Unreadable(`The body is nested deeper than ${DEPTH_AT_MOST} levels.`) : undefined);
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    // closing while the sender still sends would reset the connection before the answer is read
    if (reply.statusCode === 413) void reply.removeHeader('connection');
    done(null, payload);
  });
}
