/** The audit log: what changed, what still has to be sealed, and the chain of seals. Nobody may change or delete it. */
export class MakeAuditEvent20261121001050 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table audit_event (
        tenant_id uuid not null,
        id uuid not null,
        version int not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        operation text not null,
        actor_kind text not null check (actor_kind in ('person', 'system', 'link')),
        account_id uuid,
        person_id uuid,
        via text not null,
        request_id text,
        record_kind text not null,
        record_id uuid not null,
        change_kind text not null check (change_kind in ('insert', 'update', 'delete')),
        changes jsonb not null,
        primary key (tenant_id, id)
      )`);
    await db.query('create index audit_event_time on audit_event (tenant_id, created_at, id)');
    await db.query('create index audit_event_record on audit_event (tenant_id, record_kind, record_id, id)');
    await db.query(`call protect_tenant_table('audit_event')`);
    await db.query('revoke update, delete on audit_event from braidway_app');
    await db.query(`
      create table audit_seal (
        tenant_id uuid not null,
        id uuid not null,
        seq int not null check (seq > 0),
        event_ids uuid[] not null,
        event_hashes text[] not null,
        previous_hash text not null,
        hash text not null,
        sealed_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, seq)
      )`);
    await db.query(`call protect_tenant_table('audit_seal')`);
    await db.query('revoke update, delete on audit_seal from braidway_app');
    await db.query(`
      create table audit_unsealed (
        tenant_id uuid not null,
        id uuid not null,
        event_ids uuid[] not null,
        primary key (tenant_id, id)
      )`);
    await db.query(`call protect_local_table('audit_unsealed')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table audit_unsealed');
    await db.query('drop table audit_seal');
    await db.query('drop table audit_event');
  }
}
