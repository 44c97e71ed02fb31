import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { type Recipient, Recipients } from '@platform/mail';

// the address of the login, once there is one: people change it there
const RECIPIENT = `select coalesce(a.email, p.email) as address, p.display_name as name, coalesce(a.locale, 'en') as locale,
    a.time_zone as "timeZone"
  from person p left join account a on a.id = p.account_id
  where p.tenant_id = $1 and p.id = $2 and p.status <> 'deactivated'`;

/** Where mail for the people of a tenant goes. */
@Injectable()
export class MailRecipients extends Recipients {
  async person(tx: Tx, personId: string): Promise<Recipient | null> {
    const [row] = await tx.query<Recipient & { timeZone: string | null }>(RECIPIENT, [tx.tenantId, personId]);
    return row ? { ...row, timeZone: row.timeZone ?? undefined } : null;
  }
}
