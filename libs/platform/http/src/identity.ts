import type { FastifyRequest } from 'fastify';
import type { Actor } from '@platform/context';

/** Who sent a request, before any tenant is looked at. */
export interface Identity {
  accountId: string;
  /** `session:<id>` or `token:<id>`. */
  via: string;
  /** Makes tenants; sees none of their records. */
  platformAdmin: boolean;
  /** Limits of an API token, such as `assessments:read`; undefined for a session. */
  scopes?: string[];
  /** Whether a second factor was given in this session. */
  secondFactor: boolean;
  /** How long ago the session was opened, and the longest time it was left unused (ms); undefined for an API token. */
  session?: { ageMs: number; idleMs: number };
}

/** A request with what the guard found out about it. */
export type KnownRequest = FastifyRequest & { identity?: Identity; actor?: Actor };

/** Finds out who sent a request. Implemented by `platform/auth`. */
export abstract class Authenticator {
  /**
   * The sender, or null when the request carries no valid session or token.
   * @throws DomainError for a write with a session cookie but without its CSRF token.
   */
  abstract authenticate(request: FastifyRequest): Promise<Identity | null>;
}

/** Builds the actor of a person in one tenant. Implemented by the directory. */
export abstract class ActorSource {
  /** The actor, or null when there is no such tenant or the account has no access to it: both look the same. */
  abstract actorFor(identity: Identity, tenantSlug: string): Promise<Actor | null>;
}
