import type { Session } from '../session';
import { UNCHANGING_VERSION } from '../unchanging';

/** One signed-in browser. */
export class SessionResponse {
  id: string;
  version: number;
  allowed: string[];
  /** Browser and system, e.g. `Firefox on Linux`. */
  device: string;
  /** Network it was opened from. */
  ipPrefix: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  /** Whether it is the one that asks. */
  current: boolean;
  secondFactor: boolean;

  /** From a session, seen from another (or the same) one. */
  static from(session: Session, current: string): SessionResponse {
    const { id, userAgent, ipPrefix, createdAt, lastSeenAt, expiresAt } = session;
    return {
      id,
      version: UNCHANGING_VERSION,
      allowed: ['delete'],
      device: userAgent,
      ipPrefix,
      createdAt,
      lastSeenAt,
      expiresAt,
      current: id === current,
      secondFactor: session.secondFactorAt !== null,
    };
  }
}

/** The account's sessions. */
export class SessionPageResponse {
  items: SessionResponse[];
  nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
