import { Injectable } from '@nestjs/common';
import { requireSecondFactor, Sessions } from '@platform/auth';
import { DomainError } from '@platform/context';
import type { Identity } from '@platform/http';
import type { TenantSettings } from './settings/tenant-settings';

/** What a tenant asks of a sign-in. */
export type SignInRules = Pick<TenantSettings, 'secondFactorRequired' | 'sessionIdleMinutes' | 'sessionHours'>;

/** 401: this tenant asks for a fresher sign-in. */
export class SignInTooOld extends DomainError {
  constructor() {
    super(
      'sign-in-too-old',
      401,
      'This tenant asks you to sign in again: your session is too old or was idle too long.',
    );
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Holds sign-ins to what a tenant asks of them. */
@Injectable()
export class SignInGate {
  constructor(private readonly sessions: Sessions) {}

  /**
   * Ends a session that is older or was idle longer than the tenant allows: asking again must not make it fresh.
   * @throws SecondFactorEnrollmentRequired, SignInTooOld
   */
  async check(rules: SignInRules, identity: Identity): Promise<void> {
    if (rules.secondFactorRequired) requireSecondFactor(identity);
    const { session, accountId, via } = identity;
    const [oldest, idlest] = [rules.sessionHours * HOUR, rules.sessionIdleMinutes * MINUTE];
    if (!session || (session.ageMs <= oldest && session.idleMs <= idlest)) return;
    await this.sessions.end(accountId, { only: via.replace('session:', '') });
    throw new SignInTooOld();
  }
}
