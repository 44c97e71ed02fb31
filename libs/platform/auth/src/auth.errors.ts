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
