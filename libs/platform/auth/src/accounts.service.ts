import { Injectable } from '@nestjs/common';
import { newId } from '@platform/context';
import type { Account } from './account';
import { type AnyTx, AuthRepository } from './auth.repository';

/** What a new account starts with. */
export interface NewAccount {
  email: string;
  displayName: string;
}

/** The logins of all people, whatever tenants they belong to. */
@Injectable()
export class Accounts {
  constructor(private readonly repository: AuthRepository) {}

  /** The account of this address, made when there is none. It has no password until its owner chooses one. */
  ensure(account: NewAccount, tx?: AnyTx): Promise<Account> {
    const work = async (open: AnyTx): Promise<Account> => {
      await this.repository.insertAccount(open, newId(), account.email.trim(), account.displayName);
      return (await this.repository.accountByEmail(open, account.email.trim()))!;
    };
    return tx ? work(tx) : this.repository.run(work);
  }
}
