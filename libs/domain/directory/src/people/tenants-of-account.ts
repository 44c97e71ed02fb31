import { Injectable } from '@nestjs/common';
import { ApiTokens, Sessions } from '@platform/auth';
import { Database, type SystemTx } from '@platform/database';

/** Where an account is known: read past the tenants, from the one table that says so. */
@Injectable()
export class TenantsOfAccount {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokens,
  ) {}

  /** Ids of the active tenants that an account may enter. */
  async ids(accountId: string): Promise<string[]> {
    const rows = await this.read((tx) =>
      tx.query<{ id: string }>(
        `select t.id from account_tenant a join tenant t on t.id = a.tenant_id
         where a.account_id = $1 and t.status = 'active' order by t.name, t.id`,
        [accountId],
      ),
    );
    return rows.map((row) => row.id);
  }

  /** Ends sessions and API tokens of an account when nothing is left that it could be signed in for. */
  async signOutIfNowhere(accountId: string): Promise<void> {
    const rows = await this.read((tx) =>
      tx.query(
        `select 1 from account_tenant where account_id = $1
         union all select 1 from account where id = $1 and platform_admin limit 1`,
        [accountId],
      ),
    );
    if (rows.length > 0) return;
    await this.sessions.end(accountId);
    await this.tokens.revokeAll(accountId);
  }

  private read<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
    return this.database.system('tenants', work);
  }
}
