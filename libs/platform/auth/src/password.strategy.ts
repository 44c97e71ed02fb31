import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { Account } from './account';
import { AuthRepository } from './auth.repository';
import { Passwords } from './passwords';

/** Recognizes a person by address and password. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(
    private readonly repository: AuthRepository,
    private readonly passwords: Passwords,
  ) {
    super({ usernameField: 'email' });
  }

  /** The account, or null; takes as long when there is none, when it is deactivated, and when the password is wrong. */
  async validate(email: string, password: string): Promise<Account | null> {
    const account = await this.repository.run((tx) => this.repository.accountByEmail(tx, email.trim()));
    const matches = await this.passwords.matches(account?.passwordHash, password);
    if (!account || !matches || account.status !== 'active') return null;
    return this.passwords.isOutdated(account.passwordHash!) ? this.rehashed(account, password) : account;
  }

  private async rehashed(account: Account, password: string): Promise<Account> {
    const passwordHash = await this.passwords.hash(password);
    const done = await this.repository.run((tx) =>
      this.repository.rehash(tx, account.id, account.passwordHash!, passwordHash),
    );
    return done ? { ...account, passwordHash } : account;
  }
}
