import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Unreadable, VersionRequired } from './http-errors';

/** The version that the caller read, from `If-Match: "3"`. @throws VersionRequired, Unreadable */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '') throw new VersionRequired();
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new Unreadable('If-Match must be a version in quotes, for example: If-Match: "3".', 'If-Match');
  return Number(match[1]);
});

/** Documents that a route needs `If-Match`. */
export const NeedsVersion = () =>
  applyDecorators(
    ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read, in quotes.' }),
  );
