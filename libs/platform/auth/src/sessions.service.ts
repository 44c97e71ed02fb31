import { Injectable } from '@nestjs/common';
import { MachineClock } from '@platform/clock';
import { SecretBox } from '@platform/config';
import { isUuid, newId } from '@platform/context';
import { type AnyTx, AuthRepository } from './auth.repository';
import { Background } from './background';
import { deviceSummary, ipPrefix } from './device';
import { hashOf, newSecret, sameText } from './secrets';
import {
  ABSOLUTE_DAYS,
  type Device,
  GRACE_SECONDS,
  IDLE_HOURS,
  ROTATION_MINUTES,
  SEEN_SECONDS,
  type Session,
} from './session';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A session just opened or resumed. */
export interface OpenSession {
  session: Session;
  /** Value of the session cookie to send to the browser; undefined: it keeps the one it has. */
  cookie?: string;
}

/** A session just opened, with its cookie. */
export type OpenedSession = Required<OpenSession>;

function later(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}

function before(instant: string, now: Date, ms: number): boolean {
  return Date.parse(instant) + ms <= now.getTime();
}

/**
 * Signed-in browsers. The cookie holds `<session id>.<secret>`, the table only the secret's hash. The secret changes
 * every hour: a successor is offered, and takes over once the browser has shown that it received it.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly repository: AuthRepository,
    private readonly clock: MachineClock,
    private readonly box: SecretBox,
    private readonly background: Background,
  ) {}

  /**
   * Opens a session for an account. Whoever calls this has made sure who it is.
   * @param tx pass it to open the session in a transaction that is already under way.
   */
  open(
    accountId: string,
    device: Device = { ip: '127.0.0.1' },
    options: { secondFactor?: boolean; tx?: AnyTx } = {},
  ): Promise<OpenedSession> {
    const insert = (tx: AnyTx) => this.insert(tx, accountId, device, options.secondFactor ?? false);
    return options.tx ? insert(options.tx) : this.repository.run(insert);
  }

  /** The session that a cookie belongs to, or null when it has ended, was revoked or never was. */
  async resume(cookie: string): Promise<OpenSession | null> {
    const [id, secret] = cookie.split('.');
    if (!isUuid(id) || id !== id.toLowerCase() || !secret) return null; // one spelling: it is also the name to forget by
    const known = await this.repository.liveSession(id, true);
    // what is remembered admits; it does not refuse, for it may be older than the secret
    return known && ((await this.admit(known, secret)) ?? this.admitFresh(id, secret));
  }

  /** Gives the session a new secret at once, because it gained rights: the former cookie is worth nothing from now on. */
  async strengthen(tx: AnyTx, session: Session, secondFactor: boolean): Promise<string> {
    const secret = newSecret();
    const now = this.clock.now();
    await this.repository.replaceSecret(tx, session.id, hashOf(secret), now, secondFactor ? now : null);
    return cookieOf(session.id, secret);
  }

  /** The account's sessions that have not ended, last used first. */
  list(accountId: string): Promise<Session[]> {
    return this.repository.run((tx) => this.repository.liveSessions(tx, accountId));
  }

  /** Ends sessions of an account: one, all but one, or all. Answers how many. */
  async end(accountId: string, which: { only?: string; except?: string } = {}): Promise<number> {
    return (await this.repository.run((tx) => this.repository.deleteSessions(tx, accountId, which))).length;
  }

  /** Ends the session of a cookie, if the cookie is good. */
  async endByCookie(cookie: string): Promise<void> {
    const open = await this.resume(cookie);
    if (open) await this.end(open.session.accountId, { only: open.session.id });
  }

  private async admitFresh(id: string, secret: string): Promise<OpenSession | null> {
    const session = await this.repository.liveSession(id);
    return session && this.admit(session, secret);
  }

  private async admit(session: Session, secret: string): Promise<OpenSession | null> {
    const now = this.clock.now();
    if (before(session.idleExpiresAt, now, 0) || before(session.expiresAt, now, 0)) return null;
    const hash = hashOf(secret);
    if (session.nextHash && sameText(hash, session.nextHash)) return this.adopt(session, now);
    if (sameText(hash, session.secretHash)) return this.present(session, secret, now);
    const inGrace = session.previousHash !== null && sameText(hash, session.previousHash);
    return inGrace && !before(session.previousUntil!, now, 0) ? { session } : null;
  }

  private async insert(tx: AnyTx, accountId: string, device: Device, secondFactor: boolean) {
    const secret = newSecret();
    const instant = this.clock.now();
    const now = instant.toISOString();
    const session = {
      id: newId(),
      accountId,
      secretHash: hashOf(secret),
      nextHash: null,
      previousHash: null,
      previousUntil: null,
      csrfToken: newSecret(),
      secondFactorAt: secondFactor ? now : null,
      userAgent: deviceSummary(device.userAgent),
      ipPrefix: ipPrefix(device.ip),
      createdAt: now,
      rotatedAt: now,
      lastSeenAt: now,
      longestIdleMs: 0,
      idleExpiresAt: later(instant, IDLE_HOURS * HOUR).toISOString(),
      expiresAt: later(instant, ABSOLUTE_DAYS * DAY).toISOString(),
    };
    await this.repository.insertSession(tx, session);
    return { session: { ...session, platformAdmin: false }, cookie: cookieOf(session.id, secret) };
  }

  private async adopt(session: Session, now: Date): Promise<OpenSession> {
    this.see(session, now);
    const until = later(now, GRACE_SECONDS * SECOND);
    await this.repository.run((tx) => this.repository.adoptSecret(tx, session.id, session.nextHash!, until));
    return { session };
  }

  private async present(session: Session, secret: string, now: Date): Promise<OpenSession> {
    this.see(session, now);
    if (!before(session.rotatedAt, now, ROTATION_MINUTES * MINUTE)) return { session };
    // made from the present secret, so that parallel requests offer the same successor
    const next = Buffer.from(this.box.hash('session-successor', secret), 'hex').toString('base64url');
    if (session.nextHash !== hashOf(next))
      await this.repository.run((tx) => this.repository.offerSecret(tx, session.id, session.secretHash, hashOf(next)));
    return { session, cookie: cookieOf(session.id, next) };
  }

  /** Notes the use of a session beside the request, not in it. */
  private see(session: Session, now: Date): void {
    if (!before(session.lastSeenAt, now, SEEN_SECONDS * SECOND)) return;
    const idleExpiresAt = later(now, IDLE_HOURS * HOUR);
    Object.assign(session, {
      lastSeenAt: now.toISOString(), // as remembered, so that the next request does not write again
      longestIdleMs: Math.max(session.longestIdleMs, now.getTime() - Date.parse(session.lastSeenAt)),
      idleExpiresAt: idleExpiresAt.toISOString(),
    });
    this.background.run('see session', () =>
      this.repository.run((tx) => this.repository.seeSession(tx, session.id, now, idleExpiresAt)),
    );
  }
}

function cookieOf(id: string, secret: string): string {
  return `${id}.${secret}`;
}
