import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { ApiTokens } from './api-tokens.service';
import type { SignedIn } from './signed-in';

const BEARER = /^Bearer +([\w.~+/=-]+) *$/i;

/** Recognizes a program by `Authorization: Bearer <token>`. */
@Injectable()
export class TokenStrategy extends PassportStrategy(Strategy, 'token') {
  constructor(private readonly tokens: ApiTokens) {
    super();
  }

  /** Whom the token stands for, or null. */
  async validate(request: FastifyRequest): Promise<SignedIn | null> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const identity = token ? await this.tokens.identify(token) : null;
    return identity && { identity };
  }
}
