import { DomainError } from '@platform/context';

/** 403: a write with the session cookie lacks the token that only our own pages know. */
export class CsrfTokenMissing extends DomainError {
  constructor() {
    super('csrf', 403, 'Send the csrfToken of your session as X-CSRF-Token: load GET /api/v1/me to read it.');
  }
}

/** 403: an API token asked for something that only a signed-in browser may do. */
export class SessionRequired extends DomainError {
  constructor() {
    super('session-required', 403, 'Sign in with a browser for this: an API token may not change how you sign in.');
  }
}

/** 401: one answer for an unknown address, a wrong password and a deactivated account. */
export class WrongCredentials extends DomainError {
  constructor() {
    super('wrong-credentials', 401, 'The email address or the password is not right.');
  }
}

/** 401: the password was right; send it again with a code. */
export class SecondFactorRequired extends DomainError {
  constructor() {
    super('second-factor-required', 401, 'Send the six digits of your authenticator app as well, or a recovery code.');
  }
}

/** 401: the code is not right, is too old, or was used before. */
export class SecondFactorWrong extends DomainError {
  constructor() {
    super('second-factor-wrong', 401, 'This code is not right or was used before: wait for the next one.');
  }
}

/** 403: the tenant asks for a second factor, and this session was opened without. */
export class SecondFactorEnrollmentRequired extends DomainError {
  constructor() {
    super(
      'second-factor-enrollment-required',
      403,
      'This tenant asks for a second factor: set one up under your account, then come back.',
    );
  }
}
