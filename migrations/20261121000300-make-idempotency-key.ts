/** What was answered to a POST with an Idempotency-Key. Kept for a day. */
export class MakeIdempotencyKey20261121000300 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table idempotency_key (
        id text primary key,
        claim uuid not null unique,
        request_hash text not null,
        state text not null check (state in ('in_flight', 'committed', 'done')),
        status int,
        body text,
        created_at timestamptz not null
      )`);
    await db.query('create index idempotency_key_age on idempotency_key (created_at)');
    await db.query(`call open_table('idempotency_key', 'local')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table idempotency_key');
  }
}
