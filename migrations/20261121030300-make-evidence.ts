/** Evidence of a partnership and the indicators it supports. */
export class MakeEvidence20261121030300 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table evidence (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        partnership_id uuid not null,
        assessment_id uuid,
        title text not null check (length(title) between 1 and 200),
        kind text not null check (kind in ('self_report', 'document', 'data')),
        url text check (length(url) <= 2000),
        file_id uuid,
        period_from date, period_to date,
        owner_person_id uuid not null,
        sharing text not null check (sharing in ('private', 'partnership')),
        primary key (tenant_id, id),
        constraint evidence_partnership foreign key (tenant_id, partnership_id) references partnership (tenant_id, id),
        constraint evidence_assessment foreign key (tenant_id, assessment_id) references assessment (tenant_id, id),
        constraint evidence_owner foreign key (tenant_id, owner_person_id) references person (tenant_id, id),
        constraint evidence_period check (period_to is null or period_from is null or period_to >= period_from)
      )`);
    await db.query('create index evidence_by_partnership on evidence (tenant_id, partnership_id)');
    await db.query('create index evidence_by_assessment on evidence (tenant_id, assessment_id)');
    await db.query(`call protect_tenant_table('evidence')`);
    await db.query(`
      create table evidence_indicator (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        evidence_id uuid not null,
        indicator_key text not null,
        primary key (tenant_id, id),
        constraint evidence_indicator_once unique (tenant_id, evidence_id, indicator_key),
        constraint evidence_indicator_evidence foreign key (tenant_id, evidence_id)
          references evidence (tenant_id, id) on delete cascade
      )`);
    await db.query(`call protect_tenant_table('evidence_indicator')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table evidence_indicator, evidence');
  }
}
