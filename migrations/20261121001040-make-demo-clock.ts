/** How far the demo's clock was moved; read by every process of a demo, and by no other. */
export class MakeDemoClock20261121001040 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table demo_clock (
        id int primary key check (id = 1),
        offset_ms bigint not null
      )`);
    await db.query(`call open_table('demo_clock', 'local')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table demo_clock');
  }
}
