import { Injectable } from '@nestjs/common';
import { MachineClock } from '@platform/clock';
import { Conflict, Invalid, newId, NotFound } from '@platform/context';
import type { Identity } from '@platform/http';
import { AuthRepository, type TokenOwner } from './auth.repository';
import { Background } from './background';
import { hashOf, newSecret } from './secrets';
import { SEEN_SECONDS, type Session } from './session';

/** A key for programs, limited to some collections and in time. The token itself is shown once and not kept. */
export interface ApiToken {
  id: string;
  name: string;
  /** `<collection>:read` or `:write`; `*` for every collection. */
  scopes: string[];
  /** Last day (ISO date, UTC) on which it works. */
  expiresOn: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** What a person chooses for a new token. */
export type NewApiToken = Pick<ApiToken, 'name' | 'scopes' | 'expiresOn'>;

const PREFIX = 'braidway_';
const TOKENS_AT_MOST = 50;
const FIELDS = `id, name, scopes, expires_on as "expiresOn", created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** API tokens of people. Only a signed-in browser makes and revokes them. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly repository: AuthRepository,
    private readonly clock: MachineClock,
    private readonly background: Background,
  ) {}

  /** The account's tokens, newest first. */
  list(accountId: string): Promise<ApiToken[]> {
    return this.repository.run((tx) =>
      tx.query<ApiToken>(`select ${FIELDS} from api_token where account_id = $1 order by created_at desc, id desc`, [
        accountId,
      ]),
    );
  }

  /** Makes a token that may do what its owner may, within its scopes. @throws Invalid, Conflict */
  async create(session: Session, wanted: NewApiToken): Promise<ApiToken & { token: string }> {
    if (wanted.expiresOn < this.clock.today('UTC'))
      throw Invalid.field('expiresOn', 'future', 'Choose a day from today on, on which the token stops working.');
    const token = PREFIX + newSecret();
    const made = await this.repository.run(async (tx) => {
      await this.repository.account(tx, session.accountId, true); // two at once must not pass the limit together
      const [row] = await tx.query<ApiToken>(
        `insert into api_token (id, account_id, token_hash, name, scopes, expires_on, second_factor, created_at)
         select $1, $2, $3, $4, $5, $6, $7, $8 where (select count(*) from api_token where account_id = $2) < $9
         returning ${FIELDS}`,
        [
          newId(),
          session.accountId,
          hashOf(token),
          wanted.name,
          wanted.scopes,
          wanted.expiresOn,
          session.secondFactorAt !== null,
          this.clock.now(),
          TOKENS_AT_MOST,
        ],
      );
      return row;
    });
    if (!made) throw new Conflict('too-many-tokens', `You have ${TOKENS_AT_MOST} tokens: revoke one first.`);
    return { ...made, token };
  }

  /** Revokes a token of the account, at once. @throws NotFound */
  async revoke(accountId: string, id: string): Promise<void> {
    await this.repository.run(async (tx) => {
      const [revoked] = await tx.query<{ hash: string }>(
        'delete from api_token where account_id = $1 and id = $2 returning token_hash as hash',
        [accountId, id],
      );
      if (!revoked) throw new NotFound('token');
      await this.repository.forgetToken(tx, revoked.hash);
    });
  }

  /** Revokes every token of an account that has nothing left to be used for. */
  async revokeAll(accountId: string): Promise<void> {
    await this.repository.run(async (tx) => {
      const revoked = await tx.query<{ hash: string }>(
        'delete from api_token where account_id = $1 returning token_hash as hash',
        [accountId],
      );
      for (const { hash } of revoked) await this.repository.forgetToken(tx, hash);
    });
  }

  /** Whose token this is, or null when it is unknown, has expired, or its owner lost access. */
  async identify(token: string): Promise<Identity | null> {
    if (!token.startsWith(PREFIX)) return null;
    const hash = hashOf(token);
    const found = await this.repository.tokenOwner(hash, () => this.load(hash));
    if (!found || found.expiresOn < this.clock.today('UTC')) return null;
    this.see(found);
    const { id, accountId, platformAdmin, scopes, secondFactor } = found;
    return { accountId, via: `token:${id}`, platformAdmin, scopes, secondFactor };
  }

  private load(hash: string): Promise<TokenOwner | null> {
    return this.repository.run(async (tx) => {
      const [found] = await tx.query<TokenOwner>(
        `select t.id, t.account_id as "accountId", a.platform_admin as "platformAdmin", t.scopes,
           t.second_factor as "secondFactor", t.expires_on as "expiresOn", t.last_used_at as "lastUsedAt"
         from api_token t join account a on a.id = t.account_id where t.token_hash = $1 and a.status = 'active'`,
        [hash],
      );
      return found ?? null;
    });
  }

  /** Notes the use of a token beside the request, not in it. */
  private see(found: TokenOwner): void {
    const now = this.clock.now();
    if (found.lastUsedAt && Date.parse(found.lastUsedAt) > now.getTime() - SEEN_SECONDS * 1000) return;
    found.lastUsedAt = now.toISOString(); // as remembered, so that the next request does not write again
    this.background.run('see token', () =>
      this.repository.run((tx) => tx.query('update api_token set last_used_at = $2 where id = $1', [found.id, now])),
    );
  }
}
