import { Injectable } from '@nestjs/common';
import { MachineClock } from '@platform/clock';
import { DomainError } from '@platform/context';
import type { AnyTx } from './auth.repository';

/** How many failures are free, and how the wait grows after them. */
export interface Limit {
  /** Whose failures are counted; a hash, never an address. */
  key: string;
  free: number;
  /** One failure is forgiven after this time (seconds). */
  forgiveSeconds: number;
  /** The wait doubles with each failure up to this (seconds). */
  longestSeconds: number;
}

/** 429: too many failures; Retry-After says when to try again. */
export class TooManyAttempts extends DomainError {
  constructor(readonly retryAfterSeconds: number) {
    super('too-many-attempts', 429, `Too many attempts: wait ${retryAfterSeconds} seconds, then try again.`);
  }
}

/** Seconds to wait after this many failures: none while they are free, then 2, 4, 8, ... */
export function waitSeconds(failures: number, limit: Limit): number {
  const beyond = Math.round(failures) - limit.free; // they fade little by little
  return beyond < 0 ? 0 : Math.min(limit.longestSeconds, 2 ** (beyond + 1));
}

/** Slows down guessing. What counts as the same guesser is the caller's choice of keys, so that nobody locks out others. */
@Injectable()
export class Throttle {
  constructor(private readonly clock: MachineClock) {}

  /** @throws TooManyAttempts while one of the limits makes its guesser wait */
  async check(tx: AnyTx, limits: Limit[]): Promise<void> {
    const seconds = await this.secondsLeft(tx, limits);
    if (seconds > 0) throw new TooManyAttempts(seconds);
  }

  /** How long these limits still make their guesser wait (whole seconds). */
  async secondsLeft(tx: AnyTx, limits: Limit[]): Promise<number> {
    const now = this.clock.now();
    const [{ until }] = await tx.query<{ until: string | null }>(
      'select max(blocked_until) as until from sign_in_attempt where key = any($1) and blocked_until > $2',
      [limits.map((limit) => limit.key), now],
    );
    return until ? Math.ceil((Date.parse(until) - now.getTime()) / 1000) : 0;
  }

  /** Counts one failure against each limit. */
  async fail(tx: AnyTx, limits: Limit[]): Promise<void> {
    const now = this.clock.now();
    for (const limit of [...limits].sort((a, b) => a.key.localeCompare(b.key))) {
      const failures = await this.count(tx, limit, now); // locks the row, so that the wait belongs to this count
      const until = new Date(now.getTime() + waitSeconds(failures, limit) * 1000);
      await tx.query('update sign_in_attempt set blocked_until = $2 where key = $1', [limit.key, until]);
    }
  }

  /** Forgets the failures of one guesser, who has shown to be in the right. */
  async clear(tx: AnyTx, key: string): Promise<void> {
    await tx.query('delete from sign_in_attempt where key = $1', [key]);
  }

  private async count(tx: AnyTx, limit: Limit, now: Date): Promise<number> {
    const [{ failures }] = await tx.query<{ failures: number }>(
      `insert into sign_in_attempt as a (key, failures, blocked_until, last_failed_at) values ($1, 1, $2, $2)
       on conflict (key) do update set last_failed_at = excluded.last_failed_at, failures = 1 + greatest(0,
         a.failures - extract(epoch from excluded.last_failed_at - a.last_failed_at) / $3::float8)
       returning failures`,
      [limit.key, now, limit.forgiveSeconds],
    );
    return failures;
  }
}
