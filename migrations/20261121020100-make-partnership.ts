/** Partnerships, their goals and the organizations that are members of them. */
export class MakePartnership20261121020100 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table partnership (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        name text not null check (length(name) between 1 and 160),
        level text not null check (level in ('state', 'local')),
        region_id uuid,
        vision text not null default '' check (length(vision) <= 4000),
        status text not null default 'active' check (status in ('forming', 'active', 'ended')),
        demo_key text,
        primary key (tenant_id, id),
        unique (tenant_id, name),
        constraint partnership_region foreign key (tenant_id, region_id) references region (tenant_id, id)
      )`);
    await db.query(`call protect_tenant_table('partnership')`);
    await db.query(`
      create table partnership_goal (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        partnership_id uuid not null,
        title text not null check (length(title) between 1 and 300),
        due_on date,
        status text not null default 'open' check (status in ('open', 'reached', 'dropped')),
        position int not null,
        primary key (tenant_id, id),
        constraint partnership_goal_partnership foreign key (tenant_id, partnership_id)
          references partnership (tenant_id, id) on delete cascade
      )`);
    await db.query('create index partnership_goal_by_partnership on partnership_goal (tenant_id, partnership_id)');
    await db.query(`call protect_tenant_table('partnership_goal')`);
    await db.query(`
      create table partnership_member (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        partnership_id uuid not null,
        organization_id uuid not null,
        role text not null check (role in ('lead_agency', 'intermediary', 'convener', 'fiscal_lead', 'member')),
        starts_on date not null,
        ends_on date,
        primary key (tenant_id, id),
        constraint partnership_member_once unique (tenant_id, partnership_id, organization_id),
        constraint partnership_member_partnership foreign key (tenant_id, partnership_id)
          references partnership (tenant_id, id) on delete cascade,
        constraint partnership_member_organization foreign key (tenant_id, organization_id)
          references organization (tenant_id, id),
        constraint partnership_member_days check (ends_on is null or ends_on >= starts_on)
      )`);
    await db.query(
      'create index partnership_member_by_organization on partnership_member (tenant_id, organization_id)',
    );
    await db.query(`call protect_tenant_table('partnership_member')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table partnership_member, partnership_goal, partnership');
  }
}
