import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Link, type LinkHandler, LinkInvalid, Links } from '@platform/links';
import { Mail } from '@platform/mail';
import type { Account } from './account';
import { Accounts } from './accounts.service';
import { AuthRepository } from './auth.repository';
import { NewPasswordRequest } from './dto/new-password.request';
import type { Device } from './session';
import { SignInGuard } from './sign-in-guard';

/** Purpose of the links in reset mails. */
export const PASSWORD_RESET = 'password-reset';
const HOUR_MS = 3_600_000;
const ANSWER_AFTER_MS = 250;

/** A new password for people who have lost theirs, by a link to their own mailbox. */
@Injectable()
export class PasswordReset implements OnModuleInit {
  constructor(
    private readonly repository: AuthRepository,
    private readonly accounts: Accounts,
    private readonly links: Links,
    private readonly mail: Mail,
    private readonly guard: SignInGuard,
  ) {}

  /** Registers what the link does. */
  onModuleInit(): void {
    this.links.onRedeem(PASSWORD_RESET, this.handler());
  }

  /** Sends the mail if there is such an account; neither the answer nor its time tells. @throws TooManyAttempts */
  async request(email: string, device: Device): Promise<void> {
    const answer = delay(ANSWER_AFTER_MS); // longer than the work of either case
    const send = await this.guard.admitMail(email, device);
    const account = await this.accounts.find(email);
    if (send && account?.status === 'active') await this.send(account);
    await answer;
  }

  /** Sets the new password and ends all sessions. @throws LinkInvalid, Invalid */
  async confirm(token: string, password: string): Promise<void> {
    await this.links.redeem(token, { password }, PASSWORD_RESET);
  }

  private send(account: Account): Promise<void> {
    return this.repository.run(async (tx) => {
      await this.links.revoke(tx, account.id, PASSWORD_RESET);
      const link = await this.links.issue(tx, {
        purpose: PASSWORD_RESET,
        subject: { kind: 'account', id: account.id },
        expiresAt: new Date(tx.now.getTime() + HOUR_MS),
      });
      await this.mail.sendGlobal(tx, {
        to: { address: account.email, name: account.displayName },
        template: 'auth.password-reset',
        locale: account.locale,
        timeZone: account.timeZone ?? undefined,
        data: { link },
      });
    });
  }

  private handler(): LinkHandler<NewPasswordRequest> {
    const owner = async (link: Link) => {
      const account = await this.repository.run((tx) => this.repository.account(tx, link.subjectId));
      return account?.status === 'active' ? account : null;
    };
    return {
      body: NewPasswordRequest,
      about: async (link) => {
        const account = await owner(link);
        return account && { email: account.email };
      },
      redeem: async (link, { password }, use) => {
        const account = await owner(link);
        if (!account) throw new LinkInvalid();
        const hash = await this.accounts.preparePassword(password, account.email);
        await this.repository.run(async (tx) => {
          await use(tx);
          await this.accounts.adoptPassword(tx, account.id, hash);
        });
        return {};
      },
    };
  }
}
