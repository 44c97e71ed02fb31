import type { Account } from '../account';
import type { Welcome } from '../sign-in.service';

/** The person behind an account. */
export class SignedInPerson {
  /** Id of the account. */
  id: string;
  email: string;
  displayName: string;

  /** From an account. */
  static from(account: Account): SignedInPerson {
    return { id: account.id, email: account.email, displayName: account.displayName };
  }
}

/** Who has signed in. The session itself is in the cookie. */
export class LoginResponse {
  person: SignedInPerson;
  /** To be sent as X-CSRF-Token with every write. */
  csrfToken: string;

  /** From a session just opened. */
  static from({ account, session }: Welcome): LoginResponse {
    return { person: SignedInPerson.from(account), csrfToken: session.csrfToken };
  }
}
