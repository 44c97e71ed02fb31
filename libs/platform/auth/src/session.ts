/** One signed-in browser, with what every request needs to know of its account. */
export interface Session {
  id: string;
  accountId: string;
  platformAdmin: boolean;
  /** SHA-256 of the secret in the cookie, of its offered successor, and of its predecessor. */
  secretHash: string;
  nextHash: string | null;
  previousHash: string | null;
  /** Requests that were under way while the secret changed may still use the predecessor until then. */
  previousUntil: string | null;
  /** What writes with the cookie must send as X-CSRF-Token. */
  csrfToken: string;
  secondFactorAt: string | null;
  /** Browser and system, e.g. `Firefox on Linux`. */
  userAgent: string;
  /** Network the session was opened from, without the part that names the device. */
  ipPrefix: string;
  createdAt: string;
  rotatedAt: string;
  lastSeenAt: string;
  /** The longest time it was left unused so far; short breaks are not counted. */
  longestIdleMs: number;
  idleExpiresAt: string;
  expiresAt: string;
}

/** Where a sign-in comes from. */
export interface Device {
  /** The User-Agent header, as sent. */
  userAgent?: string;
  ip: string;
  /** The mark of a browser that was used before, as sent. */
  known?: string;
}

/** A session may be unused for this long (hours). */
export const IDLE_HOURS = 8;
/** A session ends after this long in any case (days). */
export const ABSOLUTE_DAYS = 7;
/** The secret in the cookie changes after this long (minutes). */
export const ROTATION_MINUTES = 60;
/** The former secret is still accepted for this long after the new one was first used (seconds). */
export const GRACE_SECONDS = 60;
/** `lastSeenAt` is written at most this often (seconds). */
export const SEEN_SECONDS = 60;
