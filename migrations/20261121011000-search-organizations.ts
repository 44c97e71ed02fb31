/** Finds organizations by misspelled names, sorts their list, and keeps an identifying id to one organization. */
export class SearchOrganizations20261121011000 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('create extension if not exists pg_trgm');
    await db.query('create index organization_by_kind on organization (tenant_id, kind, id)');
    await db.query('create index organization_by_city on organization (tenant_id, city, id)');
    await db.query('create index organization_by_state_and_city on organization (tenant_id, state, city)');
    await db.query('create index organization_by_change on organization (tenant_id, updated_at, id)');
    await db.query(`
      create unique index organization_identifying_id on organization_external_id (tenant_id, scheme, value)
      where scheme in ('nces_lea', 'nces_school', 'ipeds_unitid')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(
      `drop index organization_identifying_id, organization_by_change, organization_by_state_and_city,
         organization_by_city, organization_by_kind`,
    );
  }
}
