/** What locking an assessment leaves behind: its result, the roll-up of its elements, and its gaps. */
export class MakeGap20261121030500 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table locked_result (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        assessment_id uuid not null,
        number int not null check (number >= 1),
        locked_by uuid,
        reopened_at timestamptz,
        reopen_reason text,
        indicators jsonb not null,
        respondents int not null, systems text[] not null,
        primary key (tenant_id, id),
        constraint locked_result_once unique (tenant_id, assessment_id, number),
        constraint locked_result_assessment foreign key (tenant_id, assessment_id)
          references assessment (tenant_id, id) on delete cascade
      )`);
    await db.query(`call protect_tenant_table('locked_result')`);
    await db.query(`
      create table element_result (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        assessment_id uuid not null,
        partnership_id uuid not null,
        instrument_id uuid not null,
        element_key text not null,
        locked_at timestamptz not null,
        level text,
        target text,
        below_target boolean not null,
        n int not null,
        unresolved int not null,
        ratings int not null, dont_know int not null,
        primary key (tenant_id, id),
        constraint element_result_once unique (tenant_id, assessment_id, element_key),
        constraint element_result_assessment foreign key (tenant_id, assessment_id)
          references assessment (tenant_id, id) on delete cascade
      )`);
    await db.query(
      'create index element_result_latest on element_result (tenant_id, partnership_id, element_key, locked_at desc)',
    );
    await db.query(`call protect_tenant_table('element_result')`);
    await db.query(`
      create table gap (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        assessment_id uuid not null,
        partnership_id uuid not null,
        indicator_key text not null,
        element_key text not null,
        state text not null check (state in ('current', 'outdated', 'met')),
        consensus_level text,
        target_level text not null,
        size int check (size >= 1),
        provisional boolean not null,
        impact int check (impact between 1 and 3),
        effort int check (effort between 1 and 3),
        band text check (band in ('do_now', 'plan_as_project', 'schedule', 'reconsider', 'if_convenient', 'leave')),
        band_reason text check (length(band_reason) <= 2000),
        chosen boolean not null,
        priority_order int not null,
        primary key (tenant_id, id),
        constraint gap_once unique (tenant_id, assessment_id, indicator_key),
        constraint gap_assessment foreign key (tenant_id, assessment_id)
          references assessment (tenant_id, id) on delete cascade
      )`);
    await db.query('create index gap_by_partnership on gap (tenant_id, partnership_id, state)');
    await db.query(`call protect_tenant_table('gap')`);
    await db.query(`
      create table gap_block (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        blocked_gap_id uuid not null,
        blocker_gap_id uuid not null,
        primary key (tenant_id, id),
        constraint gap_block_once unique (tenant_id, blocked_gap_id, blocker_gap_id),
        constraint gap_block_blocked foreign key (tenant_id, blocked_gap_id) references gap (tenant_id, id) on delete cascade,
        constraint gap_block_blocker foreign key (tenant_id, blocker_gap_id) references gap (tenant_id, id) on delete cascade,
        constraint gap_block_other check (blocked_gap_id <> blocker_gap_id)
      )`);
    await db.query('create index gap_block_by_blocker on gap_block (tenant_id, blocker_gap_id)');
    await db.query(`call protect_tenant_table('gap_block')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table gap_block, gap, element_result, locked_result');
  }
}
