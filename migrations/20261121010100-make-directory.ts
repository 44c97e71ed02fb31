/** Regions, organizations, people, memberships, access grants and invitations of a tenant. */
export class MakeDirectory20261121010100 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table account_tenant (
        account_id uuid not null,
        tenant_id uuid not null references tenant (id) on delete cascade,
        person_id uuid not null,
        primary key (account_id, tenant_id)
      )`);
    await db.query(`call protect_local_table('account_tenant')`);
    await db.query(`
      create table tenant_settings (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        "values" jsonb not null,
        primary key (tenant_id, id),
        unique (tenant_id)
      )`);
    await db.query(`call protect_tenant_table('tenant_settings')`);
    await db.query(`
      create table region (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        name text not null check (length(name) between 1 and 120),
        code text check (length(code) between 1 and 40),
        demo_key text,
        primary key (tenant_id, id),
        unique (tenant_id, name),
        unique (tenant_id, code)
      )`);
    await db.query(`call protect_tenant_table('region')`);
    await db.query(`
      create table organization (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        name text not null check (length(name) between 1 and 200),
        kind text not null,
        parent_id uuid,
        region_id uuid,
        status text not null default 'active' check (status in ('active', 'closed')),
        street text, city text, state text, zip text, county_fips text, phone text, website text,
        demo_key text,
        primary key (tenant_id, id),
        constraint organization_parent foreign key (tenant_id, parent_id) references organization (tenant_id, id),
        constraint organization_region foreign key (tenant_id, region_id) references region (tenant_id, id),
        constraint organization_not_own_parent check (parent_id <> id)
      )`);
    await db.query('create index organization_by_name on organization (tenant_id, name, id)');
    await db.query('create index organization_by_parent on organization (tenant_id, parent_id)');
    await db.query('create index organization_by_region on organization (tenant_id, region_id)');
    await db.query(`call protect_tenant_table('organization')`);
    await db.query(`
      create table organization_external_id (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        organization_id uuid not null,
        scheme text not null,
        value text not null,
        primary key (tenant_id, id),
        unique (tenant_id, organization_id, scheme, value),
        constraint external_id_organization foreign key (tenant_id, organization_id)
          references organization (tenant_id, id) on delete cascade
      )`);
    await db.query(
      'create index organization_external_id_by_value on organization_external_id (tenant_id, scheme, value)',
    );
    await db.query(`call protect_tenant_table('organization_external_id')`);
    await db.query(`
      create table person (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        account_id uuid,
        display_name text not null check (length(display_name) between 1 and 120),
        email text not null check (length(email) between 3 and 254),
        phone text,
        status text not null default 'active' check (status in ('invited', 'active', 'deactivated')),
        demo_key text,
        primary key (tenant_id, id),
        unique (tenant_id, account_id),
        unique (tenant_id, email)
      )`);
    await db.query(`call protect_tenant_table('person')`);
    await db.query(`
      create table membership (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        person_id uuid not null,
        organization_id uuid not null,
        title text,
        starts_on date not null,
        ends_on date,
        primary key (tenant_id, id),
        constraint membership_person foreign key (tenant_id, person_id) references person (tenant_id, id),
        constraint membership_organization foreign key (tenant_id, organization_id) references organization (tenant_id, id),
        constraint membership_days check (ends_on is null or ends_on >= starts_on)
      )`);
    await db.query('create index membership_by_person on membership (tenant_id, person_id)');
    await db.query('create index membership_by_organization on membership (tenant_id, organization_id)');
    await db.query(`call protect_tenant_table('membership')`);
    await db.query(`
      create table access_grant (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        person_id uuid not null,
        role text not null,
        scope text not null check (scope in ('tenant', 'region', 'organization', 'partnership')),
        scope_id uuid,
        starts_on date not null,
        ends_on date,
        granted_by uuid,
        reason text,
        primary key (tenant_id, id),
        constraint access_grant_person foreign key (tenant_id, person_id) references person (tenant_id, id),
        constraint access_grant_scope check ((scope = 'tenant') = (scope_id is null)),
        constraint access_grant_days check (ends_on is null or ends_on >= starts_on)
      )`);
    await db.query('create index access_grant_by_person on access_grant (tenant_id, person_id)');
    await db.query(`call protect_tenant_table('access_grant')`);
    await db.query(`
      create table invitation (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        person_id uuid not null,
        organization_id uuid,
        role text not null,
        scope text not null,
        scope_id uuid,
        title text,
        access_ends_on date,
        status text not null default 'open' check (status in ('open', 'accepted', 'revoked')),
        invited_by uuid,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        primary key (tenant_id, id),
        constraint invitation_person foreign key (tenant_id, person_id) references person (tenant_id, id),
        constraint invitation_organization foreign key (tenant_id, organization_id) references organization (tenant_id, id)
      )`);
    await db.query(`call protect_tenant_table('invitation')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(
      'drop table invitation, access_grant, membership, person, organization_external_id, organization, region, tenant_settings, account_tenant',
    );
  }
}
