/** What the team agreed on for each indicator, dissenting views, and the levels aimed at with their history. */
export class MakeConsensus20261121030400 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table consensus_rating (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        assessment_id uuid not null,
        partnership_id uuid not null,
        indicator_key text not null,
        outcome text not null check (outcome in ('level', 'not_applicable', 'no_consensus', 'unresolved')),
        level text, low text, high text,
        rationale text not null default '' check (length(rationale) <= 4000),
        outside_reason text check (length(outside_reason) <= 2000),
        change_reason text check (length(change_reason) <= 2000),
        owner_person_id uuid,
        due_on date,
        decided_at timestamptz not null,
        decided_by uuid,
        primary key (tenant_id, id),
        constraint consensus_rating_once unique (tenant_id, assessment_id, indicator_key),
        constraint consensus_rating_assessment foreign key (tenant_id, assessment_id)
          references assessment (tenant_id, id) on delete cascade,
        constraint consensus_rating_owner foreign key (tenant_id, owner_person_id) references person (tenant_id, id),
        constraint consensus_rating_level check ((outcome = 'level') = (level is not null)),
        constraint consensus_rating_range check ((low is null) = (high is null) and
          (low is null or outcome = 'no_consensus'))
      )`);
    await db.query(`call protect_tenant_table('consensus_rating')`);
    await db.query(`
      create table consensus_dissent (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        rating_id uuid not null,
        organization_id uuid not null,
        text text not null check (length(text) between 1 and 2000),
        primary key (tenant_id, id),
        constraint consensus_dissent_once unique (tenant_id, rating_id, organization_id),
        constraint consensus_dissent_rating foreign key (tenant_id, rating_id)
          references consensus_rating (tenant_id, id) on delete cascade,
        constraint consensus_dissent_organization foreign key (tenant_id, organization_id)
          references organization (tenant_id, id)
      )`);
    await db.query(`call protect_tenant_table('consensus_dissent')`);
    await db.query(`
      create table indicator_target (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        assessment_id uuid not null,
        indicator_key text not null,
        level text not null,
        primary key (tenant_id, id),
        constraint indicator_target_once unique (tenant_id, assessment_id, indicator_key),
        constraint indicator_target_assessment foreign key (tenant_id, assessment_id)
          references assessment (tenant_id, id) on delete cascade
      )`);
    await db.query(`call protect_tenant_table('indicator_target')`);
    await db.query(`
      create table indicator_target_change (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        assessment_id uuid not null,
        indicator_key text not null,
        from_level text, to_level text not null,
        person_id uuid,
        primary key (tenant_id, id),
        constraint indicator_target_change_assessment foreign key (tenant_id, assessment_id)
          references assessment (tenant_id, id) on delete cascade
      )`);
    await db.query(
      'create index indicator_target_change_by_assessment on indicator_target_change (tenant_id, assessment_id)',
    );
    await db.query(`call protect_tenant_table('indicator_target_change')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table indicator_target_change, indicator_target, consensus_dissent, consensus_rating');
  }
}
