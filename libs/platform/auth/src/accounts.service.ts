import { Injectable } from '@nestjs/common';
import { Invalid, newId, NotFound, StaleVersion } from '@platform/context';
import type { Account } from './account';
import { type AccountChange, type AnyTx, AuthRepository } from './auth.repository';
import { checkPassword } from './password-rules';
import { Passwords } from './passwords';

/** What a new account starts with. */
export interface NewAccount {
  email: string;
  displayName: string;
}

/** What people set about themselves. */
export type Preferences = Partial<Pick<Account, 'displayName' | 'locale' | 'timeZone' | 'displayScheme'>>;

const ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\]+$/;

/** The logins of all people, whatever tenants they belong to. Methods with `tx` may join any transaction. */
@Injectable()
export class Accounts {
  constructor(
    private readonly repository: AuthRepository,
    private readonly passwords: Passwords,
  ) {}

  /** The account with this id. @throws NotFound */
  async get(id: string, tx?: AnyTx): Promise<Account> {
    const account = await this.in(tx, (open) => this.repository.account(open, id));
    if (!account) throw new NotFound('account');
    return account;
  }

  /** The account of this address, without regard to case. Never let an answer to a stranger depend on it. */
  find(email: string, tx?: AnyTx): Promise<Account | undefined> {
    return this.in(tx, (open) => this.repository.accountByEmail(open, email.trim()));
  }

  /**
   * The account of this address, made when there is none. It has no password until its owner chooses one.
   * @throws Invalid for what is no address
   */
  ensure(account: NewAccount, tx?: AnyTx): Promise<Account> {
    const email = account.email.trim();
    if (email.length > 254 || !ADDRESS.test(email))
      throw Invalid.field('email', 'email', 'Give an email address such as name@example.org.');
    return this.in(tx, async (open) => {
      await this.repository.insertAccount(open, newId(), email, account.displayName.trim() || email);
      return (await this.repository.accountByEmail(open, email))!;
    });
  }

  /**
   * Checks a password against the rules and hashes it; takes some 15 ms of processor time, so call it before a
   * transaction and hand the result to `adoptPassword`. @throws Invalid
   */
  async preparePassword(password: string, email: string): Promise<string> {
    checkPassword(password, email);
    return this.passwords.hash(password);
  }

  /** Makes a prepared password the account's own and ends all its sessions, or all but one. */
  async adoptPassword(tx: AnyTx, id: string, passwordHash: string, exceptSession?: string): Promise<void> {
    await this.repository.updateAccount(tx, id, { passwordHash });
    await this.repository.deleteSessions(tx, id, { except: exceptSession });
  }

  /** Sets a password; `unchecked` is for the demo, whose password the installation chooses. @throws Invalid, NotFound */
  async setPassword(id: string, password: string, options: { unchecked?: boolean } = {}): Promise<void> {
    const { email } = await this.get(id);
    const hash = await (options.unchecked ? this.passwords.hash(password) : this.preparePassword(password, email));
    await this.repository.run((tx) => this.adoptPassword(tx, id, hash));
  }

  /** Makes somebody a platform administrator, with an account of their own or a new one. @throws Invalid */
  async createPlatformAdmin(email: string, password: string, options: { unchecked?: boolean } = {}): Promise<Account> {
    if (!options.unchecked) checkPassword(password, email);
    const { id } = await this.ensure({ email, displayName: 'Platform administrator' });
    await this.repository.run((tx) => this.repository.updateAccount(tx, id, { platformAdmin: true, status: 'active' }));
    await this.setPassword(id, password, options);
    return this.get(id);
  }

  /** Ends the account's access everywhere and at once. */
  deactivate(id: string, tx?: AnyTx): Promise<void> {
    return this.in(tx, async (open) => {
      await this.repository.updateAccount(open, id, { status: 'deactivated' });
      await this.repository.deleteSessions(open, id);
    });
  }

  /** Gives a deactivated account its access back; its owner signs in anew. */
  activate(id: string, tx?: AnyTx): Promise<void> {
    return this.in(tx, (open) => this.repository.updateAccount(open, id, { status: 'active' }));
  }

  /** Changes what people set about themselves. @throws StaleVersion when it was changed since `version` */
  async setPreferences(id: string, version: number, preferences: Preferences): Promise<Account> {
    return this.change(id, version, () => Promise.resolve(preferences));
  }

  private change(id: string, version: number, work: (account: Account) => Promise<AccountChange>): Promise<Account> {
    return this.repository.run(async (tx) => {
      const account = await this.repository.account(tx, id, true);
      if (!account) throw new NotFound('account');
      if (account.version !== version) throw new StaleVersion(account.version);
      await this.repository.updateAccount(tx, id, await work(account));
      return (await this.repository.account(tx, id))!;
    });
  }

  private in<T>(tx: AnyTx | undefined, work: (tx: AnyTx) => Promise<T>): Promise<T> {
    return tx ? work(tx) : this.repository.run(work);
  }
}
