/** Access can end at an instant, not only with a day. */
export class EndAccessAtOnce20261121011100 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('alter table access_grant add column ended_at timestamptz');
    await db.query('create index access_grant_by_scope on access_grant (tenant_id, scope, scope_id)');
    await db.query('create index access_grant_by_role on access_grant (tenant_id, role)');
    await db.query('create index person_by_name on person (tenant_id, display_name, id)');
    await db.query('create index invitation_by_person on invitation (tenant_id, person_id)');
    await db.query('create index invitation_by_organization on invitation (tenant_id, organization_id)');
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(
      `drop index invitation_by_organization, invitation_by_person, person_by_name, access_grant_by_role,
         access_grant_by_scope`,
    );
    await db.query('alter table access_grant drop column ended_at');
  }
}
