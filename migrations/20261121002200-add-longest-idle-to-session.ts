/** For how long a session was left unused at most: tenants may ask for a fresh sign-in after less than everybody's limit. */
export class AddLongestIdleToSession20261121002200 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('alter table session add longest_idle_ms bigint not null default 0');
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('alter table session drop longest_idle_ms');
  }
}
