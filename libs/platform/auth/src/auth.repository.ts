import { Injectable } from '@nestjs/common';
import { MachineClock } from '@platform/clock';
import { Database, SharedCache, type SystemTx } from '@platform/database';
import type { Account } from './account';
import type { Session } from './session';

/** A transaction of any kind: the tables of sign-in belong to no tenant. */
export interface AnyTx {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>;
  readonly now: Date;
}

/** Whose an API token is, and what it may do. */
export interface TokenOwner {
  id: string;
  accountId: string;
  platformAdmin: boolean;
  scopes: string[];
  secondFactor: boolean;
  expiresOn: string;
  lastUsedAt: string | null;
}

/** Fields of an account that may be set. */
export type AccountChange = Partial<Omit<Account, 'id' | 'version' | 'totpLastStep' | 'email'>>;

const TRUSTED_MS = 30_000;

const ACCOUNT = `a.id, a.email, a.display_name as "displayName", a.password_hash as "passwordHash", a.status,
  a.platform_admin as "platformAdmin", a.locale, a.time_zone as "timeZone", a.display_scheme as "displayScheme",
  a.totp_secret as "totpSecret", a.totp_confirmed_at as "totpConfirmedAt", a.totp_last_step as "totpLastStep",
  a.recovery_code_hashes as "recoveryCodeHashes", a.version`;

const ACCOUNT_COLUMNS: Record<keyof AccountChange, string> = {
  displayName: 'display_name',
  passwordHash: 'password_hash',
  status: 'status',
  platformAdmin: 'platform_admin',
  locale: 'locale',
  timeZone: 'time_zone',
  displayScheme: 'display_scheme',
  totpSecret: 'totp_secret',
  totpConfirmedAt: 'totp_confirmed_at',
  recoveryCodeHashes: 'recovery_code_hashes',
};

const SESSION = `s.id, s.account_id as "accountId", a.platform_admin as "platformAdmin", s.secret_hash as "secretHash",
  s.next_hash as "nextHash", s.previous_hash as "previousHash", s.previous_until as "previousUntil",
  s.csrf_token as "csrfToken", s.second_factor_at as "secondFactorAt", s.user_agent as "userAgent",
  s.ip_prefix as "ipPrefix", s.created_at as "createdAt", s.rotated_at as "rotatedAt", s.last_seen_at as "lastSeenAt", s.longest_idle_ms as "longestIdleMs",
  s.idle_expires_at as "idleExpiresAt", s.expires_at as "expiresAt"`;

const LIVE_SESSION = `from session s join account a on a.id = s.account_id
  where a.status = 'active' and s.idle_expires_at > $2 and s.expires_at > $2`;

/** The only place that reads and writes accounts, sessions and tokens. */
@Injectable()
export class AuthRepository {
  /** What a transaction made worth forgetting; forgotten once more when its changes can be seen. */
  private readonly outdated = new WeakMap<object, string[]>();

  constructor(
    private readonly database: Database,
    private readonly cache: SharedCache,
    private readonly clock: MachineClock,
  ) {}

  /** Runs `work` past any tenant, as signing in must. */
  async run<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
    const outdated: string[] = [];
    const result = await this.database.system('sign-in', (tx) => {
      this.outdated.set(tx, outdated);
      return work(tx);
    });
    outdated.forEach((group) => this.cache.forgetHere(group));
    return result;
  }

  /** The account with this id, locked when it is to be changed. */
  async account(tx: AnyTx, id: string, lock = false): Promise<Account | undefined> {
    const [row] = await tx.query<Account>(
      `select ${ACCOUNT} from account a where a.id = $1${lock ? ' for update' : ''}`,
      [id],
    );
    return row;
  }

  /** The account with this address, without regard to case. */
  async accountByEmail(tx: AnyTx, email: string): Promise<Account | undefined> {
    const [row] = await tx.query<Account>(`select ${ACCOUNT} from account a where lower(a.email) = lower($1)`, [email]);
    return row;
  }

  /** Adds an account unless its address is taken. Tells whether it was added. */
  async insertAccount(tx: AnyTx, id: string, email: string, displayName: string): Promise<boolean> {
    const rows = await tx.query(
      `insert into account (id, email, display_name, created_at, updated_at) values ($1, $2, $3, $4, $4)
       on conflict (lower(email)) do nothing returning 1`,
      [id, email, displayName, tx.now],
    );
    return rows.length > 0;
  }

  /** Sets the fields of `change`. */
  async updateAccount(tx: AnyTx, id: string, change: AccountChange): Promise<void> {
    const keys = Object.keys(change) as (keyof AccountChange)[];
    if ('status' in change || 'platformAdmin' in change) await this.forgetAccount(tx, id);
    const set = keys.map((key, index) => `${ACCOUNT_COLUMNS[key]} = $${index + 3}`).join(', ');
    await tx.query(`update account set version = version + 1, updated_at = $2${set && `, ${set}`} where id = $1`, [
      id,
      tx.now,
      ...keys.map((key) => change[key]),
    ]);
  }

  /** Replaces the hash of a password that stays the same, unless it was changed meanwhile. Tells whether it did. */
  async rehash(tx: AnyTx, id: string, from: string, to: string): Promise<boolean> {
    const rows = await tx.query(
      'update account set password_hash = $3 where id = $1 and password_hash = $2 returning 1',
      [id, from, to],
    );
    return rows.length > 0;
  }

  /** A session of an account that may sign in, if it has not ended: as it is, or as it is remembered from a while ago. */
  async liveSession(id: string, remembered = false): Promise<Session | null> {
    const load = () =>
      this.run(async (tx) => {
        const [row] = await tx.query<Session>(`select ${SESSION} ${LIVE_SESSION} and s.id = $1`, [
          id,
          this.clock.now(),
        ]);
        return row ?? null;
      });
    if (!remembered) this.cache.forgetHere(sessionGroup(id));
    return this.remembered(sessionGroup(id), load);
  }

  /** The account's sessions that have not ended, newest first. */
  liveSessions(tx: AnyTx, accountId: string): Promise<Session[]> {
    return tx.query<Session>(`select ${SESSION} ${LIVE_SESSION} and s.account_id = $1 order by s.last_seen_at desc`, [
      accountId,
      this.clock.now(),
    ]);
  }

  /** Adds a session. */
  async insertSession(tx: AnyTx, session: Omit<Session, 'platformAdmin'>): Promise<void> {
    await tx.query(
      `insert into session (id, account_id, secret_hash, csrf_token, second_factor_at, user_agent, ip_prefix,
         created_at, rotated_at, last_seen_at, idle_expires_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $9, $10)`,
      [
        session.id,
        session.accountId,
        session.secretHash,
        session.csrfToken,
        session.secondFactorAt,
        session.userAgent,
        session.ipPrefix,
        session.createdAt,
        session.idleExpiresAt,
        session.expiresAt,
      ],
    );
  }

  /** Notes that the session was used. */
  async seeSession(tx: AnyTx, id: string, now: Date, idleExpiresAt: Date): Promise<void> {
    await tx.query(
      `update session set last_seen_at = $2, idle_expires_at = $3, longest_idle_ms =
         greatest(longest_idle_ms, (extract(epoch from $2::timestamptz - last_seen_at) * 1000)::bigint)
       where id = $1 and last_seen_at < $2`,
      [id, now, idleExpiresAt],
    );
  }

  /** Notes which secret will follow the present one; does nothing when it is noted already. */
  async offerSecret(tx: AnyTx, id: string, presentHash: string, nextHash: string): Promise<void> {
    await this.forget(tx, sessionGroup(id));
    await tx.query(`update session set next_hash = $3 where id = $1 and secret_hash = $2`, [id, presentHash, nextHash]);
  }

  /** Makes the offered secret the present one. */
  async adoptSecret(tx: AnyTx, id: string, nextHash: string, previousUntil: Date): Promise<void> {
    await this.forget(tx, sessionGroup(id));
    await tx.query(
      `update session set previous_hash = secret_hash, previous_until = $3, secret_hash = next_hash, next_hash = null,
         rotated_at = $4 where id = $1 and next_hash = $2`,
      [id, nextHash, previousUntil, this.clock.now()],
    );
  }

  /** Replaces the secret at once, without grace, when the session gains rights. */
  async replaceSecret(
    tx: AnyTx,
    id: string,
    secretHash: string,
    now: Date,
    secondFactorAt: Date | null,
  ): Promise<void> {
    await this.forget(tx, sessionGroup(id));
    await tx.query(
      `update session set secret_hash = $2, next_hash = null, previous_hash = null, previous_until = null,
         rotated_at = $3, second_factor_at = $4 where id = $1`,
      [id, secretHash, now, secondFactorAt],
    );
  }

  /** Ends sessions of an account: one, or all but one, or all. Answers the ids that were ended. */
  async deleteSessions(
    tx: AnyTx,
    accountId: string,
    which: { only?: string; except?: string } = {},
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `delete from session where account_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)
       returning id`,
      [accountId, which.only ?? null, which.except ?? null],
    );
    for (const { id } of rows) await this.forget(tx, sessionGroup(id));
    return rows.map((row) => row.id);
  }

  /** The owner of an API token, as remembered since the token or its owner last changed. */
  tokenOwner(hash: string, load: () => Promise<TokenOwner | null>): Promise<TokenOwner | null> {
    return this.remembered(tokenGroup(hash), load);
  }

  /** Forgets an API token in every process when `tx` commits. */
  forgetToken(tx: AnyTx, hash: string): Promise<void> {
    return this.forget(tx, tokenGroup(hash));
  }

  /** Notes that a code of this time step was used, unless it or a later one was before. Tells whether it was noted. */
  async useTimeStep(tx: AnyTx, accountId: string, step: number): Promise<boolean> {
    const rows = await tx.query(
      `update account set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2)
       returning 1`,
      [accountId, step],
    );
    return rows.length > 0;
  }

  /** Uses a recovery code up. Tells whether it was there. */
  async useRecoveryCode(tx: AnyTx, accountId: string, hash: string): Promise<boolean> {
    const rows = await tx.query(
      `update account set recovery_code_hashes = array_remove(recovery_code_hashes, $2), version = version + 1
       where id = $1 and $2 = any(recovery_code_hashes) returning 1`,
      [accountId, hash],
    );
    return rows.length > 0;
  }

  /** Removes what has ended: sessions, tokens a month ago, counts of attempts after a day. */
  async sweep(tx: AnyTx): Promise<void> {
    const now = this.clock.now();
    await tx.query('delete from session where expires_at <= $1 or idle_expires_at <= $1', [now]);
    await tx.query(`delete from api_token where expires_on < $1::date - 30`, [now]);
    await tx.query(`delete from sign_in_attempt where last_failed_at < $1::timestamptz - interval '1 day'`, [now]);
  }

  /** Not for longer than a while, in case the line on which changes are heard is dead without our knowing. */
  private async remembered<V>(group: string, load: () => Promise<V | null>): Promise<V | null> {
    const get = () =>
      this.cache.get(group, '', async () => {
        const value = await load();
        return value && { value, at: performance.now() };
      });
    const known = await get();
    if (!known || performance.now() - known.at < TRUSTED_MS) return known && known.value;
    this.cache.forgetHere(group);
    return (await get())?.value ?? null;
  }

  private async forgetAccount(tx: AnyTx, id: string): Promise<void> {
    const sessions = await tx.query<{ id: string }>('select id from session where account_id = $1', [id]);
    for (const session of sessions) await this.forget(tx, sessionGroup(session.id));
    const tokens = await tx.query<{ hash: string }>('select token_hash as hash from api_token where account_id = $1', [
      id,
    ]);
    for (const { hash } of tokens) await this.forget(tx, tokenGroup(hash));
  }

  private async forget(tx: AnyTx, group: string): Promise<void> {
    await this.cache.forget(tx, group);
    this.outdated.get(tx)?.push(group);
  }
}

function sessionGroup(id: string): string {
  return `session:${id}`;
}

function tokenGroup(hash: string): string {
  return `token:${hash}`;
}
