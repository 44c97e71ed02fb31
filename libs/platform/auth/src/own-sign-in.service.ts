import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, StaleVersion } from '@platform/context';
import { type Account, hasSecondFactor } from './account';
import { Accounts } from './accounts.service';
import { AuthRepository, type AnyTx } from './auth.repository';
import { SecondFactorWrong } from './auth.errors';
import { Passwords } from './passwords';
import { type Enrollment, SecondFactor } from './second-factor.service';
import type { Session } from './session';
import { Sessions } from './sessions.service';
import { SignInGuard } from './sign-in-guard';

/** A proof that it is the owner who changes how to sign in, not somebody at an unlocked screen. */
export interface Proof {
  password?: string;
  code?: string;
}

/** What signed-in people change about how they sign in. Whatever gains or loses rights gets a new cookie. */
@Injectable()
export class OwnSignIn {
  constructor(
    private readonly repository: AuthRepository,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactor,
    private readonly sessions: Sessions,
    private readonly guard: SignInGuard,
  ) {}

  /** Changes the password, ends all other sessions, and returns the new cookie. @throws Invalid, TooManyAttempts */
  async changePassword(session: Session, current: string, wanted: string): Promise<string> {
    const account = await this.accounts.get(session.accountId);
    await this.prove(account, 'currentPassword', () => this.passwords.matches(account.passwordHash, current));
    if (current.normalize('NFKC') === wanted.normalize('NFKC'))
      throw Invalid.field('password', 'same', 'Choose a password that differs from the present one.');
    const hash = await this.accounts.preparePassword(wanted, account.email);
    return this.locked(session, async (tx) => {
      await this.accounts.adoptPassword(tx, account.id, hash, session.id);
      return this.sessions.strengthen(tx, session, session.secondFactorAt !== null);
    });
  }

  /** Begins to set up a second factor. @throws Conflict */
  startSecondFactor(session: Session): Promise<Enrollment> {
    return this.locked(session, (tx, account) => this.factors.start(tx, account));
  }

  /**
   * Puts the second factor in use, ends all other sessions, and returns recovery codes and the new cookie.
   * @throws Conflict, Invalid, TooManyAttempts
   */
  async confirmSecondFactor(session: Session, code: string): Promise<{ recoveryCodes: string[]; cookie: string }> {
    const limit = await this.guard.admitCode(await this.accounts.get(session.accountId));
    try {
      return await this.locked(session, async (tx, account) => {
        const recoveryCodes = await this.factors.confirm(tx, account, code);
        await this.repository.deleteSessions(tx, account.id, { except: session.id });
        return { recoveryCodes, cookie: await this.sessions.strengthen(tx, session, true) };
      });
    } catch (error) {
      if (!(error instanceof SecondFactorWrong)) throw error;
      await this.guard.failed([limit]);
      throw wrong('code');
    }
  }

  /**
   * Takes the second factor out of use and returns the new cookie.
   * @throws Conflict without one, Invalid without a valid proof, StaleVersion, TooManyAttempts
   */
  async removeSecondFactor(session: Session, version: number, proof: Proof): Promise<string> {
    const account = await this.accounts.get(session.accountId);
    if (account.version !== version) throw new StaleVersion(account.version);
    if (!hasSecondFactor(account)) throw new Conflict('second-factor-not-active', 'You use no second factor.');
    const { password, code } = proof;
    if (code !== undefined)
      await this.prove(account, 'code', () => this.repository.run((tx) => this.factors.accept(tx, account, code)));
    else await this.prove(account, 'password', () => this.passwords.matches(account.passwordHash, password ?? ''));
    return this.locked(session, async (tx) => {
      await this.factors.remove(tx, account);
      return this.sessions.strengthen(tx, session, false);
    });
  }

  private async prove(account: Account, field: string, check: () => Promise<boolean>): Promise<void> {
    const limit = await this.guard.admitCode(account);
    if (await check()) return;
    await this.guard.failed([limit]);
    throw wrong(field);
  }

  /** Changes of one account go one after another. */
  private locked<T>(session: Session, work: (tx: AnyTx, account: Account) => Promise<T>): Promise<T> {
    return this.repository.run(async (tx) => work(tx, (await this.repository.account(tx, session.accountId, true))!));
  }
}

function wrong(field: string): Invalid {
  return Invalid.field(
    field,
    'wrong',
    field === 'code' ? 'This code is not right or was used before.' : 'This password is not right.',
  );
}
