/** Versions of the instruments that assessments rate with: shipped with the program, the same for all tenants. */
export class MakeInstrumentVersion20261121030100 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table instrument_version (
        id uuid primary key,
        key text not null check (length(key) between 1 and 100),
        version text not null check (length(version) between 1 and 40),
        title text not null,
        status text not null check (status in ('current', 'former')),
        definition jsonb not null,
        content_hash text not null check (length(content_hash) = 64),
        shipped_at timestamptz not null,
        constraint instrument_version_once unique (key, version)
      )`);
    await db.query(`call open_table('instrument_version', 'reference')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table instrument_version');
  }
}
