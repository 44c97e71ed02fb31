/** Who can sign in, and with what: accounts, sessions, API tokens, and counts of failed attempts. */
export class MakeAccount20261121002000 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table account (
        id uuid primary key,
        email text not null check (length(email) between 3 and 254),
        display_name text not null check (length(display_name) between 1 and 200),
        password_hash text,
        status text not null default 'active' check (status in ('active', 'deactivated')),
        platform_admin boolean not null default false,
        locale text not null default 'en' check (locale in ('en', 'es')),
        time_zone text check (length(time_zone) <= 64),
        display_scheme text not null default 'auto' check (display_scheme in ('auto', 'light', 'dark')),
        totp_secret text,
        totp_confirmed_at timestamptz,
        totp_last_step bigint,
        recovery_code_hashes text[] not null default '{}',
        version int not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    await db.query('create unique index account_email on account (lower(email))');
    await db.query(`call open_table('account', 'reference')`);
    await db.query(`
      create table session (
        id uuid primary key,
        account_id uuid not null references account (id) on delete cascade,
        secret_hash text not null,
        next_hash text,
        previous_hash text,
        previous_until timestamptz,
        csrf_token text not null,
        second_factor_at timestamptz,
        user_agent text not null check (length(user_agent) <= 120),
        ip_prefix text not null check (length(ip_prefix) <= 64),
        created_at timestamptz not null,
        rotated_at timestamptz not null,
        last_seen_at timestamptz not null,
        idle_expires_at timestamptz not null,
        expires_at timestamptz not null
      )`);
    await db.query('create index session_of_account on session (account_id, created_at)');
    await db.query('create index session_age on session (expires_at)');
    await db.query(`call open_table('session', 'local')`);
    await db.query(`
      create table api_token (
        id uuid primary key,
        account_id uuid not null references account (id) on delete cascade,
        token_hash text not null unique,
        name text not null check (length(name) between 1 and 100),
        scopes text[] not null check (cardinality(scopes) > 0),
        expires_on date not null,
        second_factor boolean not null,
        created_at timestamptz not null,
        last_used_at timestamptz
      )`);
    await db.query('create index api_token_of_account on api_token (account_id, created_at)');
    await db.query(`call open_table('api_token', 'local')`);
    await db.query(`
      create table sign_in_attempt (
        key text primary key,
        failures double precision not null,
        blocked_until timestamptz not null,
        last_failed_at timestamptz not null
      )`);
    await db.query('create index sign_in_attempt_age on sign_in_attempt (last_failed_at)');
    await db.query(`call open_table('sign_in_attempt', 'local')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table sign_in_attempt, api_token, session, account');
  }
}
