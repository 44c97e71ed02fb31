import { DomainError } from '@platform/context';

/** 401: nobody is signed in. */
export class NotSignedIn extends DomainError {
  constructor() {
    super('not-signed-in', 401, 'Sign in first: your session is missing, has ended or was revoked.');
  }
}

/** 428: a change must name the version it is based on. */
export class VersionRequired extends DomainError {
  constructor() {
    super(
      'version-required',
      428,
      'Send If-Match with the version of the record that you changed, for example: If-Match: "3".',
    );
  }
}

/** 400: the request cannot be read. */
export class Unreadable extends DomainError {
  constructor(message: string, path = '') {
    super('unreadable', 400, message, path ? [{ path, rule: 'readable', message }] : []);
  }
}
