/** One-time links: only the hash of what stands in the address is kept. */
export class MakeLink20261121002100 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table link (
        id uuid primary key,
        token_hash text not null unique,
        tenant_id uuid,
        purpose text not null check (purpose ~ '^[a-z][a-z-]{1,48}$'),
        subject_kind text not null,
        subject_id uuid not null,
        payload jsonb not null check (length(payload::text) <= 2000),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        revoked_at timestamptz
      )`);
    await db.query('create index link_of_subject on link (subject_id, purpose) where used_at is null');
    await db.query('create index link_age on link (expires_at)');
    // a link of no tenant (a password reset) is seen on system paths only
    await db.query(`call protect_local_table('link')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table link');
  }
}
