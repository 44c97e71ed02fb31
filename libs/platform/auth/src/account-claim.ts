import { Injectable } from '@nestjs/common';
import { Conflict, Invalid } from '@platform/context';
import type { Account } from './account';
import { Accounts } from './accounts.service';
import { type AnyTx, AuthRepository } from './auth.repository';
import { Passwords } from './passwords';
import { SignInGuard } from './sign-in-guard';

/** A password that was checked before a transaction. Made by `prepare`, used by `complete`. */
export interface Claim {
  email: string;
  /** Hash of the account's own password, or of the first one that it is about to get. */
  passwordHash: string;
  /** Whether the account had this password already. */
  proven: boolean;
}

/** 409: the account was closed for the whole installation. */
class AccountClosed extends Conflict {
  constructor() {
    super('account-closed', 'This account was closed. Ask the administrator of this installation to open it again.');
  }
}

/**
 * Turns the holder of a mailbox, who came by a link, into the owner of its account: an existing account asks for its
 * password, a new one gets it. Nothing here is reached without a link, so it tells strangers nothing.
 */
@Injectable()
export class AccountClaim {
  constructor(
    private readonly accounts: Accounts,
    private readonly repository: AuthRepository,
    private readonly passwords: Passwords,
    private readonly guard: SignInGuard,
  ) {}

  /** Checks the password; slow on purpose, so call it before the transaction. @throws Invalid, TooManyAttempts, AccountClosed */
  async prepare(email: string, password: string): Promise<Claim> {
    const account = await this.accounts.find(email);
    if (account?.status === 'deactivated') throw new AccountClosed();
    if (account?.passwordHash) return this.prove(account, password);
    return { email, passwordHash: await this.accounts.preparePassword(password, email), proven: false };
  }

  /** The claimed account, made when there is none. @throws Invalid when its password changed since `prepare` */
  async complete(tx: AnyTx, claim: Claim, displayName: string): Promise<Account> {
    const { id } = await this.accounts.ensure({ email: claim.email, displayName }, tx);
    const account = (await this.repository.account(tx, id, true))!;
    if (claim.proven ? account.passwordHash !== claim.passwordHash : account.passwordHash !== null)
      throw wrongPassword();
    if (!claim.proven) await this.accounts.adoptPassword(tx, id, claim.passwordHash);
    return account;
  }

  private async prove(account: Account, password: string): Promise<Claim> {
    const limit = await this.guard.admitCode(account); // reached only with a link to the mailbox, as codes are with a password
    if (!(await this.passwords.matches(account.passwordHash, password))) {
      await this.guard.failed([limit]);
      throw wrongPassword();
    }
    return { email: account.email, passwordHash: account.passwordHash!, proven: true };
  }
}

function wrongPassword(): Invalid {
  return Invalid.field(
    'password',
    'wrong-password',
    'You already sign in with this address: give the password that you use, or choose a new one under "Forgot password".',
  );
}
