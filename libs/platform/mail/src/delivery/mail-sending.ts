import { Injectable } from '@nestjs/common';
import { SecretBox } from '@platform/config';
import type { Tx } from '@platform/database';
import { EventHandlers, type ReceivedEvent } from '@platform/jobs';
import { GLOBAL_MAIL_REQUESTED, MAIL_REQUESTED } from '../mail';
import { MailMessage } from '../mail-message.entity';
import type { RenderedMail } from '../mail-renderer';
import { MailTransport, type OutgoingMail } from './mail-transport';

interface WaitingRow {
  id: string;
  recipient: string;
  content: string;
  created_at: string;
}

const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

const idOf = (event: ReceivedEvent) => String(event.payload.messageId);

/** Sends what was asked for. The words are erased in the commit that notes the success. */
@Injectable()
export class MailSending {
  constructor(
    handlers: EventHandlers,
    private readonly transport: MailTransport,
    private readonly box: SecretBox,
  ) {
    const send = (mail: OutgoingMail) => this.transport.deliver(mail).then(() => null);
    handlers.outside(MAIL_REQUESTED, 'send-mail', {
      prepare: (tx, event) => this.waiting(tx, event),
      send,
      settle: (tx, event) => this.settle(tx, event),
    });
    handlers.outside(GLOBAL_MAIL_REQUESTED, 'send-global-mail', {
      prepare: (tx, event) => this.waitingGlobal(tx, event),
      send,
      settle: (tx, event) => this.settleGlobal(tx, event),
    });
    handlers.daily('forget-mails', '03:20', (tx) => this.forget(tx));
  }

  private async waiting(tx: Tx, event: ReceivedEvent): Promise<OutgoingMail | null> {
    const [row] = await tx.query<WaitingRow>(
      `select id, recipient, content, created_at from mail_message
       where tenant_id = $1 and id = $2 and content is not null`,
      [tx.tenantId, idOf(event)],
    );
    return row ? this.outgoing(row) : null;
  }

  private async settle(tx: Tx, event: ReceivedEvent): Promise<void> {
    const message = await tx.rows(MailMessage).get(idOf(event));
    Object.assign(message, { status: 'sent', sentAt: tx.now });
    await tx.rows(MailMessage).update(message);
    await tx.query('update mail_message set content = null where tenant_id = $1 and id = $2', [
      tx.tenantId,
      message.id,
    ]);
  }

  private async waitingGlobal(tx: Tx, event: ReceivedEvent): Promise<OutgoingMail | null> {
    const [row] = await tx.query<WaitingRow>(
      'select id, recipient, content, created_at from global_mail where id = $1',
      [idOf(event)],
    );
    return row ? this.outgoing(row) : null;
  }

  private async settleGlobal(tx: Tx, event: ReceivedEvent): Promise<void> {
    await tx.query('delete from global_mail where id = $1', [idOf(event)]);
  }

  /** Addresses are personal: they are not kept longer than somebody may ask what became of a mail. */
  private async forget(tx: Tx): Promise<void> {
    const before = new Date(tx.now.getTime() - KEPT_DAYS * DAY_MS);
    await tx.query(`delete from mail_message where tenant_id = $1 and status = 'sent' and sent_at < $2`, [
      tx.tenantId,
      before,
    ]);
  }

  private outgoing(row: WaitingRow): OutgoingMail {
    const rendered = JSON.parse(this.box.open(row.content)) as RenderedMail;
    return { ...rendered, id: row.id, to: row.recipient, date: new Date(row.created_at) };
  }
}
