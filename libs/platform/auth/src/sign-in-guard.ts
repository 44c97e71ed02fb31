import { Injectable } from '@nestjs/common';
import type { Account } from './account';
import { type AnyTx, AuthRepository } from './auth.repository';
import type { Device } from './session';
import { SignInLimits } from './sign-in-limits';
import { type Limit, Throttle } from './throttle';
import { Turns } from './turns';

/** Lets attempts to sign in through, or makes them wait. */
@Injectable()
export class SignInGuard {
  private readonly turns = new Turns();

  constructor(
    private readonly repository: AuthRepository,
    private readonly limits: SignInLimits,
    private readonly throttle: Throttle,
  ) {}

  /**
   * Runs a try with a password, which is given the limits it counts against. Tries of one guesser go one after another,
   * so that a hundred at once are counted like a hundred in a row. @throws TooManyAttempts
   */
  inTurn<T>(email: string, device: Device, work: (limits: [own: Limit, ...others: Limit[]]) => Promise<T>): Promise<T> {
    const limits = this.limits.password(email.trim(), device);
    return this.turns.take(limits[0].key, async () => {
      await this.repository.run((tx) => this.throttle.check(tx, limits));
      return work(limits);
    });
  }

  /** The limit that a code counts against. @throws TooManyAttempts */
  async admitCode(account: Account): Promise<Limit> {
    const limit = this.limits.code(account.id);
    await this.repository.run((tx) => this.throttle.check(tx, [limit]));
    return limit;
  }

  /** Counts a failure. */
  failed(limits: Limit[]): Promise<void> {
    return this.repository.run((tx) => this.throttle.fail(tx, limits));
  }

  /** Forgets the failures of whoever turned out to be in the right. */
  succeeded(tx: AnyTx, own: Limit): Promise<void> {
    return this.throttle.clear(tx, own.key);
  }

  /**
   * Counts a wish for a mail to this address.
   * @returns whether to send it: no more than a few go to one address, whoever asks. @throws TooManyAttempts
   */
  async admitMail(email: string, device: Device): Promise<boolean> {
    const { address, source } = this.limits.reset(email.trim(), device);
    return this.repository.run(async (tx) => {
      await this.throttle.check(tx, [source]);
      const enough = (await this.throttle.secondsLeft(tx, [address])) > 0;
      await this.throttle.fail(tx, enough ? [source] : [address, source]);
      return !enough;
    });
  }
}
