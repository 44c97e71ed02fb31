import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Identity, KnownRequest } from '@platform/http';
import { SessionRequired } from './auth.errors';
import type { Session } from './session';

/** Who was recognized, and how. */
export interface SignedIn {
  identity: Identity;
  /** Undefined for an API token. */
  session?: Session;
  /** A new value for the session cookie, to be sent with the answer. */
  cookie?: string;
}

/** A request with what the authenticator found out. */
export type SignedInRequest = KnownRequest & { signedIn?: SignedIn };

/** The session of the request. @throws SessionRequired when it came with an API token */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const session = context.switchToHttp().getRequest<SignedInRequest>().signedIn?.session;
  if (!session) throw new SessionRequired();
  return session;
});
