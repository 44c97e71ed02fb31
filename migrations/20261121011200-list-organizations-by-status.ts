/** Lists closed organizations without reading the open ones. */
export class ListOrganizationsByStatus20261121011200 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('create index organization_by_status on organization (tenant_id, status, name, id)');
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop index organization_by_status');
  }
}
