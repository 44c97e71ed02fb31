/** Files of a tenant; their bytes lie in the data folder or in a bucket. */
export class MakeFile20261121003100 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table file (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        name text not null check (length(name) between 1 and 200),
        type text not null check (length(type) between 3 and 120),
        size int not null check (size > 0),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        owner_person_id uuid,
        purpose text not null check (length(purpose) between 1 and 60),
        storage_key text not null,
        stored_at timestamptz,
        attached_at timestamptz,
        primary key (tenant_id, id)
      )`);
    await db.query('create index file_of_owner on file (tenant_id, owner_person_id, created_at)');
    await db.query('create index file_unused on file (tenant_id, updated_at) where attached_at is null');
    await db.query(`call protect_tenant_table('file')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table file');
  }
}
