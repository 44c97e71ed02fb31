import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Conflict, currentRequest, DomainError, Invalid } from '@platform/context';
import { Logger } from './logger';

const CODES: Record<number, string> = {
  400: 'unreadable',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'not-found',
  406: 'unreadable',
  413: 'too-large',
  415: 'unsupported-type',
  429: 'too-many-requests',
};

const TITLES: Record<number, string> = {
  400: 'The request could not be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible in this state',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Type of content not supported',
  422: 'Something must be corrected',
  428: 'Version needed',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Not available right now',
};

/** What the database refuses although the rules let it through: two writers at once, characters it cannot store. */
function fromDatabase(error: {
  code?: string;
  constraint?: string;
  driverError?: { code?: string; constraint?: string };
}) {
  const { code, constraint } = error.driverError ?? error;
  const rule = (constraint ?? '').replaceAll('_', '-');
  if (code === '23505') return new Conflict('duplicate', `There is already such a record (${rule}).`);
  if (code === '23503')
    return new Invalid('reference', `This refers to a record that does not exist, or is still in use (${rule}).`);
  if (code === '23514' || code === '23502')
    return new Invalid('invalid', `A value is outside what is allowed (${rule}).`);
  if (['22021', '22P05', '22P02', '22003', '22001', '22007', '22008'].includes(code ?? ''))
    return new Invalid('invalid', 'A value has characters or a size that cannot be stored.');
  return undefined;
}

function known(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const fromSql = fromDatabase(error as object);
  if (fromSql) return fromSql;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (!status || status >= 500) return undefined;
  const code = CODES[status] ?? 'refused';
  const message = error instanceof Error ? error.message : 'The request was refused.';
  return new DomainError(code, status, status === 404 ? 'There is nothing at this address.' : message);
}

/** Answers with a problem; without one it says only that something unexpected happened. */
export function sendProblem(reply: FastifyReply, problem: DomainError | undefined, requestId: string): void {
  const status = problem?.status ?? 500;
  const retryAfter = (problem as { retryAfterSeconds?: number } | undefined)?.retryAfterSeconds;
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  void reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send({
      type: `/api/docs#problem-${problem?.code ?? 'unexpected'}`,
      title: TITLES[status] ?? 'Refused',
      status,
      code: problem?.code ?? 'unexpected',
      detail: problem?.message ?? 'The error was noted. Quote the request id when you ask for help.',
      requestId,
      errors: problem?.errors ?? [],
      ...problem?.details,
    });
}

/** Turns every error into an RFC 9457 problem; what nobody expected is logged and never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also used for errors outside any route: unreadable bodies, unknown addresses. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = known(error);
    const requestId = currentRequest()?.requestId ?? request.id;
    if (!problem) this.logger.error('unexpected error', { requestId, error });
    if (!reply.sent) sendProblem(reply, problem, requestId);
  }
}
