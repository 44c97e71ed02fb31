/** Who was named as facilitator when answering opened: only this person may see who answered what. */
export class RememberAnnouncedFacilitator20261121030600 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('alter table assessment add column announced_facilitator_id uuid');
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('alter table assessment drop column announced_facilitator_id');
  }
}
