import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Unreadable, VersionRequired } from './http-errors';

const headersOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().headers;

function versionOf(header: string | undefined): number {
  if (header === undefined || header === '') throw new VersionRequired();
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new Unreadable('If-Match must be a version in quotes, for example: If-Match: "3".', 'If-Match');
  return Number(match[1]);
}

/** The version that the caller read, from `If-Match: "3"`. @throws VersionRequired, Unreadable */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  versionOf(headersOf(context)['if-match']),
);

/**
 * For a PUT that makes or changes: null from `If-None-Match: *` (the caller knows of none), else the version from
 * `If-Match`. @throws VersionRequired, Unreadable
 */
export const FirstOrVersion = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const headers = headersOf(context);
  if (headers['if-match'] === undefined && headers['if-none-match']?.trim() === '*') return null;
  return versionOf(headers['if-match']);
});

/** Documents that a route needs `If-Match`. */
export const NeedsVersion = () =>
  applyDecorators(
    ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read, in quotes.' }),
  );

/** Documents that a route needs `If-Match`, or `If-None-Match: *` for the first time. */
export const NeedsFirstOrVersion = () =>
  applyDecorators(
    ApiHeader({ name: 'If-Match', required: false, description: 'The version that was read, in quotes.' }),
    ApiHeader({ name: 'If-None-Match', required: false, description: '* when there was none yet.' }),
  );
