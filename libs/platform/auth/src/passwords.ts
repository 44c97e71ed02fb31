import { Algorithm, hash, type Options, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { newSecret } from './secrets';

// OWASP password storage: Argon2id with 19 MiB, two passes, one lane
const OPTIONS: Options = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PARAMETERS = '$argon2id$v=19$m=19456,t=2,p=1$';

/** Hashes and compares passwords. */
@Injectable()
export class Passwords {
  /** Compared with when there is no account, so that its absence takes as long as a wrong password. */
  private readonly decoy = hash(newSecret(), OPTIONS);

  /** Argon2id hash with its parameters, as text. */
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), OPTIONS);
  }

  /** Whether the password is the one of `stored`; takes as long when there is none. */
  async matches(stored: string | null | undefined, password: string): Promise<boolean> {
    const right = await verify(stored ?? (await this.decoy), password.normalize('NFKC'));
    return right && typeof stored === 'string';
  }

  /** Whether the hash was made with weaker parameters than are used now. */
  isOutdated(stored: string): boolean {
    return !stored.startsWith(PARAMETERS);
  }
}
