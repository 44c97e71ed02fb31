/** The tenant table, and the procedures that put every further table into one of three classes. */
export class LayFoundation20261121000100 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create procedure protect_tenant_table(name text) language plpgsql as $$
      begin
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format($p$create policy tenant_isolation on %I
          using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
          with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, name);
        execute format('grant select, insert, update, delete on %I to braidway_app', name);
        execute format('comment on table %I is ''distributed''', name);
      end $$`);
    await db.query(`
      create procedure protect_local_table(name text) language plpgsql as $$
      begin
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format($p$create policy tenant_or_system on %I
          using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
                 or nullif(current_setting('app.system', true), '') is not null)
          with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
                 or nullif(current_setting('app.system', true), '') is not null)$p$, name);
        execute format('grant select, insert, update, delete on %I to braidway_app', name);
        execute format('comment on table %I is ''local''', name);
      end $$`);
    await db.query(`
      create procedure open_table(name text, class text) language plpgsql as $$
      begin
        if class not in ('reference', 'local') then raise exception 'a table without tenant_id is reference or local'; end if;
        execute format('grant select, insert, update, delete on %I to braidway_app', name);
        execute format('comment on table %I is %L', name, class);
      end $$`);
    await db.query(`
      create table tenant (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
        name text not null check (length(name) between 2 and 120),
        time_zone text not null,
        status text not null default 'active' check (status in ('active', 'suspended')),
        demo boolean not null default false,
        version int not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    await db.query(`call open_table('tenant', 'reference')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table tenant');
    await db.query('drop procedure open_table, protect_local_table, protect_tenant_table');
  }
}
