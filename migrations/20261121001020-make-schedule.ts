/** When each schedule is next due, and the last day on which each tenant's daily work was announced. */
export class MakeSchedule20261121001020 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table schedule (
        name text primary key,
        every_ms bigint not null,
        next_at timestamptz not null,
        done_at timestamptz,
        failed_at timestamptz,
        error text
      )`);
    await db.query(`call open_table('schedule', 'local')`);
    await db.query(`
      create table tenant_day (
        tenant_id uuid not null,
        name text not null,
        last_day date not null,
        primary key (tenant_id, name)
      )`);
    await db.query(`call protect_local_table('tenant_day')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table tenant_day');
    await db.query('drop table schedule');
  }
}
