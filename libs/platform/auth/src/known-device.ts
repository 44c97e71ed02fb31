import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config, SecretBox } from '@platform/config';
import { newSecret, sameText } from './secrets';

const ACCOUNTS_AT_MOST = 5;
const YEAR_SECONDS = 31_536_000;

/**
 * A mark in a browser that somebody has signed in with before: a random name, signed for each account. It signs nobody
 * in; it only keeps the failures of others from slowing this browser down.
 */
@Injectable()
export class KnownDevice {
  constructor(
    private readonly config: Config,
    private readonly box: SecretBox,
  ) {}

  /** The mark that the browser sent. */
  read(request: FastifyRequest): string | undefined {
    return request.cookies?.[this.name];
  }

  /** The name of the browser, if it was used for this address before. */
  mark(email: string, sent: string | undefined): string | undefined {
    const [name, ...signatures] = (sent ?? '').split('~');
    const own = this.sign(email, name);
    return name && signatures.slice(0, ACCOUNTS_AT_MOST).some((other) => sameText(other, own)) ? name : undefined;
  }

  /** Marks the browser as used for this address too. */
  write(reply: FastifyReply, email: string, sent: string | undefined): void {
    const [before, ...signatures] = (sent ?? '').split('~');
    const name = before && before.length === 43 ? before : newSecret();
    const own = this.sign(email, name);
    const kept = signatures.filter((other) => other !== own).slice(0, ACCOUNTS_AT_MOST - 1);
    void reply.setCookie(this.name, [name, own, ...kept].join('~'), {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.https,
      path: '/',
      maxAge: YEAR_SECONDS,
    });
  }

  private get name(): string {
    return this.config.https ? '__Host-device' : 'device';
  }

  private sign(email: string, name: string): string {
    return this.box.hash('known-device', `${email.toLowerCase()}\0${name}`);
  }
}
