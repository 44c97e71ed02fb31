import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Action, Subject } from '@platform/access';
import type { Actor } from '@platform/context';
import type { Identity, KnownRequest } from './identity';

/** What a route asks of its caller. */
export type RouteAccess =
  | { kind: 'public'; why: string }
  | { kind: 'signed-in' }
  | { kind: 'platform-admin' }
  | { kind: 'demo' }
  | { kind: 'can'; action: Action; subject: Subject };

/** Metadata key of `RouteAccess`; a route without it is refused. */
export const ROUTE_ACCESS = 'braidway:access';

function declare(access: RouteAccess, label: string, ...more: MethodDecorator[]): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ROUTE_ACCESS, access), ApiExtension('x-permission', label), ...more);
}

const signedIn = () => [ApiCookieAuth('session'), ApiBearerAuth('token')] as MethodDecorator[];

/** The route serves anybody; `why` says what makes that safe. */
export const Public = (why: string) => declare({ kind: 'public', why }, 'public');

/** The route serves any signed-in person about themselves. */
export const SignedIn = () => declare({ kind: 'signed-in' }, 'signed-in', ...signedIn());

/** The route serves platform administrators. */
export const PlatformAdmin = () => declare({ kind: 'platform-admin' }, 'platform-admin', ...signedIn());

/** The route serves the demo, and only people on this machine; elsewhere there is nothing at its address. */
export const DemoOnly = () => declare({ kind: 'demo' }, 'public');

/** The route needs this right on at least some records of this kind; the service decides on the record itself. */
export const Can = (action: Action, subject: Subject) =>
  declare({ kind: 'can', action, subject }, `${action} ${subject.name}`, ...signedIn());

const request = (context: ExecutionContext) => context.switchToHttp().getRequest<KnownRequest>();

/** The actor in the tenant of the address. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = request(context);
  if (!actor) throw new Error('This route has no tenant in its address.');
  return actor;
});

/** Who is signed in. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { identity } = request(context);
  if (!identity) throw new Error('This route does not ask for a signed-in person.');
  return identity;
});
