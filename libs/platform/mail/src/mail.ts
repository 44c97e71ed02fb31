import { Injectable } from '@nestjs/common';
import { Config, SecretBox } from '@platform/config';
import { newId } from '@platform/context';
import type { SystemTx, Tx } from '@platform/database';
import { type Locale, localeOf } from '@platform/i18n';
import { jobType, Outbox } from '@platform/outbox';
import { MailMessage } from './mail-message.entity';
import { type MailData, MailRenderer, type RenderedMail } from './mail-renderer';
import { type Recipient, Recipients } from './recipients';

/** A mail of a tenant has to be sent. */
export const MAIL_REQUESTED = jobType('mail.requested.v1');
/** A mail of no tenant has to be sent. */
export const GLOBAL_MAIL_REQUESTED = jobType('mail.global-requested.v1');

/** An address of somebody who is not, or not yet, a person of the tenant. */
export interface Address {
  address: string;
  name?: string;
}

/** A mail: what is said to whom. */
export interface MailRequest {
  /** `module.name`; see `MailRenderer` for where its words come from. */
  template: string;
  data: MailData;
  /** Language; by default the recipient's own. */
  locale?: Locale;
}

/** A mail to a person of the tenant, or to an address. */
export type TenantMailRequest = MailRequest &
  ({ toPersonId: string; to?: never } | { to: Address; toPersonId?: never });

interface TenantFrame {
  name: string;
  time_zone: string;
  demo: boolean;
}

/** Asks for mails. They are written with the caller's commit and sent by the worker afterwards, each of them once. */
@Injectable()
export class Mail {
  constructor(
    private readonly renderer: MailRenderer,
    private readonly recipients: Recipients,
    private readonly outbox: Outbox,
    private readonly box: SecretBox,
    private readonly config: Config,
  ) {}

  /**
   * Sends a mail when `tx` commits. Returns the id of the message, or null when the person cannot get mail.
   * @throws Error when the template lacks words or values: a mistake in the program, seen before anything is committed.
   */
  async send(tx: Tx, request: TenantMailRequest): Promise<string | null> {
    const recipient = await this.recipient(tx, request);
    if (!recipient) return null;
    const locale = request.locale ?? recipient.locale;
    const rendered = await this.render(tx, request, { ...recipient, locale });
    const { id } = await tx.rows(MailMessage).insert({
      ...{ personId: request.toPersonId ?? null, recipient: recipient.address, template: request.template, locale },
      ...{ status: 'waiting', sentAt: null },
    });
    await tx.query('update mail_message set content = $3 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      id,
      this.box.seal(JSON.stringify(rendered)),
    ]);
    await this.outbox.append(tx, { type: MAIL_REQUESTED, payload: { messageId: id } });
    return id;
  }

  /** Sends a mail that belongs to no tenant, such as a password reset, when `tx` commits. */
  async sendGlobal(tx: SystemTx, request: MailRequest & { to: Address; timeZone?: string }): Promise<string> {
    const locale = request.locale ?? 'en';
    const rendered = this.renderer.render(request.template, request.data, {
      locale,
      name: request.to.name ?? null,
      tenantName: null,
      timeZone: request.timeZone ?? 'UTC',
      demo: this.config.demo,
    });
    const id = newId();
    await tx.query(
      `insert into global_mail (id, recipient, template, content, created_at) values ($1, $2, $3, $4, $5)`,
      [id, request.to.address, request.template, this.box.seal(JSON.stringify(rendered)), tx.now],
    );
    await this.outbox.append(tx, { type: GLOBAL_MAIL_REQUESTED, payload: { messageId: id } });
    return id;
  }

  private async render(tx: Tx, { template, data }: MailRequest, recipient: Recipient): Promise<RenderedMail> {
    const [tenant] = await tx.query<TenantFrame>('select name, time_zone, demo from tenant where id = $1', [
      tx.tenantId,
    ]);
    return this.renderer.render(template, data, {
      locale: recipient.locale,
      name: recipient.name || null,
      tenantName: tenant.name,
      timeZone: recipient.timeZone ?? tenant.time_zone,
      demo: tenant.demo,
    });
  }

  private async recipient(tx: Tx, { toPersonId, to, locale }: TenantMailRequest): Promise<Recipient | null> {
    if (toPersonId !== undefined) return this.recipients.person(tx, toPersonId);
    return { address: to!.address, name: to!.name ?? '', locale: localeOf(locale) };
  }
}
