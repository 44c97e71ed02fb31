/** How far an effect outside the database (a mail, an object) has come, so that a retry never repeats what was done. */
export class MakeOutsideEffect20261121001030 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table outside_effect (
        tenant_id uuid not null,
        event_id uuid not null,
        handler text not null,
        state text not null check (state in ('sending', 'sent')),
        attempts int not null,
        result jsonb,
        started_at timestamptz not null,
        primary key (tenant_id, event_id, handler)
      )`);
    await db.query(`call protect_local_table('outside_effect')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table outside_effect');
  }
}
