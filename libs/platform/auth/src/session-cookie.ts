import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '@platform/config';
import { ABSOLUTE_DAYS } from './session';

/**
 * The cookie of a session. Where the site is served over https it is bound to this very host and never sent in clear;
 * plain http is for one machine or a local network, where phones would drop such a cookie.
 */
@Injectable()
export class SessionCookie {
  constructor(private readonly config: Config) {}

  /** Its name. */
  get name(): string {
    return this.config.https ? '__Host-session' : 'session';
  }

  /** The value that the browser sent. */
  read(request: FastifyRequest): string | undefined {
    return request.cookies?.[this.name];
  }

  /** Sends a new value to the browser. */
  write(reply: FastifyReply, value: string): void {
    void reply.setCookie(this.name, value, { ...this.options, maxAge: ABSOLUTE_DAYS * 86_400 });
  }

  /** Makes the browser forget it. */
  clear(reply: FastifyReply): void {
    void reply.setCookie(this.name, '', { ...this.options, maxAge: 0 });
  }

  private get options() {
    return { httpOnly: true, sameSite: 'lax', secure: this.config.https, path: '/' } as const;
  }
}
