/** One key for the personal values of each person in the audit log; without its key a value is deleted. */
export class MakePersonKey20261121001060 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table person_key (
        tenant_id uuid not null,
        id uuid not null,
        wrapped text,
        created_at timestamptz not null,
        destroyed_at timestamptz,
        primary key (tenant_id, id),
        check ((wrapped is null) = (destroyed_at is not null))
      )`);
    await db.query(`call protect_tenant_table('person_key')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table person_key');
  }
}
