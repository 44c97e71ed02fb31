import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Authenticator, Identity } from '@platform/http';
import { runStrategy } from './run-strategy';
import { SessionStrategy } from './session.strategy';
import type { SignedIn, SignedInRequest } from './signed-in';
import { TokenStrategy } from './token.strategy';

/** Finds out who sent a request: by its API token if it names one, else by its session cookie. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  constructor(
    private readonly bySession: SessionStrategy,
    private readonly byToken: TokenStrategy,
  ) {}

  /** @throws CsrfTokenMissing */
  async authenticate(request: FastifyRequest): Promise<Identity | null> {
    const bearer = request.headers.authorization?.toLowerCase().startsWith('bearer ');
    const found = await runStrategy<SignedIn>(bearer ? this.byToken : this.bySession, request);
    (request as SignedInRequest).signedIn = found ?? undefined;
    return found?.identity ?? null;
  }
}
