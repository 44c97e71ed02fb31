import { Column, Entity } from 'typeorm';
import { Personal, TenantRow } from '@platform/database';

/**
 * A mail that a use case asked for. Its words lie sealed in the column `content`, which is not mapped, so that they
 * never reach the audit log, and are erased once the mail was sent.
 */
@Entity('mail_message')
export class MailMessage extends TenantRow {
  /** Null when the mail goes to an address of nobody we know yet. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  /** Address. */
  @Personal('personId') @Column('text') recipient: string;
  /** `module.name` */
  @Column('text') template: string;
  @Column('text') locale: string;
  @Column('text') status: 'waiting' | 'sent';
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
}
