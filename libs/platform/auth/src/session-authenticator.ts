import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Authenticator, Identity } from '@platform/http';
import { runStrategy } from './run-strategy';
import { SessionStrategy } from './session.strategy';
import type { SignedIn, SignedInRequest } from './signed-in';

/** Finds out who sent a request, by its session cookie. */
@Injectable()
export class SessionAuthenticator implements Authenticator {
  constructor(private readonly bySession: SessionStrategy) {}

  /** @throws CsrfTokenMissing */
  async authenticate(request: FastifyRequest): Promise<Identity | null> {
    const found = await runStrategy<SignedIn>(this.bySession, request);
    (request as SignedInRequest).signedIn = found ?? undefined;
    return found?.identity ?? null;
  }
}
