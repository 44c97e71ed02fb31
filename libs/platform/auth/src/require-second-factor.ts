import type { Identity } from '@platform/http';
import { SecondFactorEnrollmentRequired } from './auth.errors';

/** For tenants that enforce a second factor. @throws SecondFactorEnrollmentRequired when none was given */
export function requireSecondFactor(identity: Identity): void {
  if (!identity.secondFactor) throw new SecondFactorEnrollmentRequired();
}
