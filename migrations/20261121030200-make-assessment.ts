/** Assessments with their history, the people who answer, and what each of them answered. */
export class MakeAssessment20261121030200 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table assessment (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        partnership_id uuid not null,
        instrument_id uuid not null references instrument_version (id),
        instrument_key text not null,
        title text not null check (length(title) between 1 and 200),
        level text not null check (level in ('state', 'local')),
        cycle int not null check (cycle >= 1),
        status text not null check (status in
          ('draft', 'open', 'closed', 'in_consensus', 'awaiting_approval', 'locked', 'superseded')),
        anonymity text not null check (anonymity in ('named', 'anonymous')),
        element_keys text[],
        purpose text not null default '' check (length(purpose) <= 2000),
        due_on date,
        facilitator_person_id uuid,
        indicator_count int not null check (indicator_count >= 0),
        opened_at timestamptz, closed_at timestamptz, meeting_ended_at timestamptz, locked_at timestamptz,
        superseded_by_id uuid,
        demo_key text,
        primary key (tenant_id, id),
        constraint assessment_cycle_once unique (tenant_id, partnership_id, instrument_key, cycle),
        constraint assessment_partnership foreign key (tenant_id, partnership_id) references partnership (tenant_id, id),
        constraint assessment_facilitator foreign key (tenant_id, facilitator_person_id)
          references person (tenant_id, id),
        constraint assessment_locked check ((locked_at is not null) = (status in ('locked', 'superseded')))
      )`);
    await db.query('create index assessment_by_change on assessment (tenant_id, updated_at, id)');
    await db.query(`call protect_tenant_table('assessment')`);
    await db.query(`
      create table assessment_transition (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        assessment_id uuid not null,
        from_status text, to_status text not null,
        person_id uuid,
        reason text check (length(reason) <= 2000),
        primary key (tenant_id, id),
        constraint assessment_transition_assessment foreign key (tenant_id, assessment_id)
          references assessment (tenant_id, id) on delete cascade
      )`);
    await db.query(
      'create index assessment_transition_by_assessment on assessment_transition (tenant_id, assessment_id)',
    );
    await db.query(`call protect_tenant_table('assessment_transition')`);
    await db.query(`
      create table respondent (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        assessment_id uuid not null,
        partnership_id uuid not null,
        person_id uuid not null,
        organization_id uuid not null,
        system text,
        status text not null check (status in ('invited', 'started', 'submitted')),
        submitted_at timestamptz,
        primary key (tenant_id, id),
        constraint respondent_once unique (tenant_id, assessment_id, person_id),
        constraint respondent_assessment foreign key (tenant_id, assessment_id)
          references assessment (tenant_id, id) on delete cascade,
        constraint respondent_person foreign key (tenant_id, person_id) references person (tenant_id, id),
        constraint respondent_organization foreign key (tenant_id, organization_id)
          references organization (tenant_id, id),
        constraint respondent_submitted check ((submitted_at is not null) = (status = 'submitted'))
      )`);
    await db.query('create index respondent_by_person on respondent (tenant_id, person_id)');
    await db.query(`call protect_tenant_table('respondent')`);
    await db.query(`
      create table response (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        assessment_id uuid not null,
        respondent_id uuid not null,
        person_id uuid not null,
        indicator_key text not null,
        answer text not null check (answer in ('level', 'not_applicable', 'dont_know')),
        level text,
        reason text check (length(reason) <= 2000),
        note text check (length(note) <= 4000),
        evidence_ids uuid[],
        priority text check (priority in ('low', 'medium', 'high')),
        technical_assistance_needed boolean,
        next_step text check (length(next_step) <= 2000),
        primary key (tenant_id, id),
        constraint response_once unique (tenant_id, respondent_id, indicator_key),
        constraint response_respondent foreign key (tenant_id, respondent_id)
          references respondent (tenant_id, id) on delete cascade,
        constraint response_level check ((answer = 'level') = (level is not null))
      )`);
    await db.query('create index response_by_assessment on response (tenant_id, assessment_id, indicator_key)');
    await db.query(`call protect_tenant_table('response')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table response, respondent, assessment_transition, assessment');
  }
}
