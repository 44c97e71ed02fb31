import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Account, hasSecondFactor } from './account';
import { type AnyTx, AuthRepository } from './auth.repository';
import { SecondFactorRequired, SecondFactorWrong, WrongCredentials } from './auth.errors';
import { PasswordStrategy } from './password.strategy';
import { runStrategy } from './run-strategy';
import { SecondFactor } from './second-factor.service';
import type { Device } from './session';
import { type OpenedSession, Sessions } from './sessions.service';
import { SignInGuard } from './sign-in-guard';
import type { Limit } from './throttle';

/** What a person types. */
export interface Credentials {
  email: string;
  password: string;
  code?: string;
}

/** A person who has signed in. */
export type Welcome = OpenedSession & { account: Account };

/** Signing in with a password and, where one is set up, a second factor. */
@Injectable()
export class SignIn {
  constructor(
    private readonly repository: AuthRepository,
    private readonly strategy: PasswordStrategy,
    private readonly factors: SecondFactor,
    private readonly sessions: Sessions,
    private readonly guard: SignInGuard,
  ) {}

  /**
   * Opens a session for whoever typed this; one that the browser had before ends.
   * @param request its body holds the same credentials, for passport.
   * @throws TooManyAttempts, WrongCredentials, SecondFactorRequired, SecondFactorWrong
   */
  signIn(request: FastifyRequest, typed: Credentials, device: Device): Promise<Welcome> {
    return this.guard.inTurn(typed.email, device, async (limits) => {
      const account = await runStrategy<Account>(this.strategy, request);
      if (!account) {
        await this.guard.failed(limits);
        throw new WrongCredentials();
      }
      if (hasSecondFactor(account)) await this.checkCode(account, typed.code);
      return this.repository.run((tx) => this.open(tx, account, device, limits[0]));
    });
  }

  private async checkCode(account: Account, code: string | undefined): Promise<void> {
    if (!code) throw new SecondFactorRequired();
    const limit = await this.guard.admitCode(account);
    if (await this.repository.run((tx) => this.factors.accept(tx, account, code))) return;
    await this.guard.failed([limit]);
    throw new SecondFactorWrong();
  }

  private async open(tx: AnyTx, account: Account, device: Device, own: Limit): Promise<Welcome> {
    const now = await this.repository.account(tx, account.id, true);
    if (now?.status !== 'active' || now.passwordHash !== account.passwordHash) throw new WrongCredentials(); // changed meanwhile
    await this.guard.succeeded(tx, own);
    const open = await this.sessions.open(account.id, device, { secondFactor: hasSecondFactor(account), tx });
    return { ...open, account };
  }
}
