/** Uploaded lists of organizations: what each of their rows would do, what a person decided, and what was done. */
export class MakeImport20261121012000 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table import_run (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        file_name text not null check (length(file_name) between 1 and 255),
        format text not null,
        encoding text,
        create_closed boolean not null,
        state text,
        status text not null check (status in ('preview', 'applying', 'done', 'failed')),
        failure text,
        row_count int not null,
        counts jsonb not null,
        person_id uuid,
        primary key (tenant_id, id)
      )`);
    await db.query('create index import_run_by_time on import_run (tenant_id, created_at, id)');
    await db.query(`call protect_tenant_table('import_run')`);
    await db.query(`
      create table import_row (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        import_id uuid not null,
        line int not null,
        action text not null
          check (action in ('create', 'update', 'unchanged', 'duplicate', 'conflict', 'skipped', 'refused')),
        severity text check (severity in ('error', 'warning', 'note')),
        draft jsonb,
        organization_id uuid,
        changes jsonb not null,
        candidates jsonb not null,
        problems jsonb not null,
        decision text check (decision in ('create', 'update', 'skip')),
        decided_organization_id uuid,
        outcome text check (outcome in ('created', 'updated', 'unchanged', 'skipped', 'refused')),
        primary key (tenant_id, id),
        constraint import_row_once unique (tenant_id, import_id, line),
        constraint import_row_import foreign key (tenant_id, import_id) references import_run (tenant_id, id) on delete cascade
      )`);
    await db.query(`call protect_tenant_table('import_row')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table import_row, import_run');
  }
}
