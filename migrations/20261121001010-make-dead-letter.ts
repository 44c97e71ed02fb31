/** Events that a handler could not deal with after all attempts, until an administrator has them tried again. */
export class MakeDeadLetter20261121001010 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table dead_letter (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        event_id uuid not null,
        event_type text not null,
        handler text not null,
        error text not null,
        attempts int not null check (attempts > 0),
        failed_at timestamptz not null,
        replayed_at timestamptz,
        resolved_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, event_id, handler)
      )`);
    await db.query('create index dead_letter_failed on dead_letter (tenant_id, failed_at, id)');
    await db.query(`call protect_local_table('dead_letter')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table dead_letter');
  }
}
