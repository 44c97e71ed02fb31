/** Links between records of different modules: what came of what. */
export class MakeTraceLink20261121001070 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table trace_link (
        tenant_id uuid not null,
        id uuid not null,
        version int not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        from_kind text not null,
        from_id uuid not null,
        to_kind text not null,
        to_id uuid not null,
        kind text not null,
        person_id uuid,
        primary key (tenant_id, id),
        unique (tenant_id, from_id, to_id, kind, from_kind, to_kind)
      )`);
    await db.query('create index trace_link_to on trace_link (tenant_id, to_id)');
    await db.query(`call protect_tenant_table('trace_link')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table trace_link');
  }
}
