/** Mails of a tenant that wait or were sent, and mails of no tenant (password resets) that wait. Their words lie sealed. */
export class MakeMail20261121003000 {
  async up(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query(`
      create table mail_message (
        tenant_id uuid not null, id uuid not null,
        version int not null, created_at timestamptz not null, updated_at timestamptz not null,
        person_id uuid,
        recipient text not null check (length(recipient) between 3 and 254),
        template text not null,
        locale text not null check (locale in ('en', 'es')),
        status text not null check (status in ('waiting', 'sent')),
        sent_at timestamptz,
        content text,
        primary key (tenant_id, id)
      )`);
    await db.query(`create index mail_message_sent on mail_message (tenant_id, sent_at) where status = 'sent'`);
    await db.query('create index mail_message_of_person on mail_message (tenant_id, person_id)');
    await db.query(`call protect_tenant_table('mail_message')`);
    await db.query(`
      create table global_mail (
        id uuid primary key,
        recipient text not null check (length(recipient) between 3 and 254),
        template text not null,
        content text not null,
        created_at timestamptz not null
      )`);
    await db.query(`call open_table('global_mail', 'local')`);
  }

  async down(db: { query(sql: string): Promise<unknown> }): Promise<void> {
    await db.query('drop table mail_message, global_mail');
  }
}
