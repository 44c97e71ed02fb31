/** Which handlers an event was handed to, so that a lost delivery is found and nothing is removed before all are done. */
export class TrackEventDeliveries20261121001000 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`alter table outbox
      add column handlers text[] not null default '{}',
      add column round int not null default 1`);
    await db.query('create index outbox_relayed on outbox (relayed_at) where relayed_at is not null');
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop index outbox_relayed');
    await db.query('alter table outbox drop column handlers, drop column round');
  }
}
