/** Events that commit with the change they announce, and the record of which handler has dealt with which of them. */
export class MakeOutbox20261121000200 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table outbox (
        id uuid not null,
        tenant_id uuid not null,
        type text not null,
        payload jsonb not null,
        request_id text,
        run_after timestamptz not null,
        created_at timestamptz not null,
        relayed_at timestamptz,
        primary key (tenant_id, id)
      )`);
    await db.query('create index outbox_waiting on outbox (run_after, id) where relayed_at is null');
    await db.query(`call protect_local_table('outbox')`);
    await db.query(`
      create table inbox (
        tenant_id uuid not null,
        event_id uuid not null,
        handler text not null,
        done_at timestamptz not null,
        primary key (tenant_id, event_id, handler)
      )`);
    await db.query(`call protect_local_table('inbox')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table inbox');
    await db.query('drop table outbox');
  }
}
