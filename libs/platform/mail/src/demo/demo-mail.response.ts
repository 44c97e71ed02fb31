import { ApiProperty } from '@nestjs/swagger';
import type { StoredMail } from './mailbox';

/** A mail as the demo mailbox shows it. */
export class DemoMailResponse {
  id: string;
  subject: string;
  /** Addresses. */
  @ApiProperty({ type: [String] }) to: string[];
  /** When it was asked for, ISO instant of the demo's clock. */
  date: string;
  text: string;
  html: string;
  /** Addresses in the mail, in their order. */
  @ApiProperty({ type: [String] }) links: string[];

  static from(mail: StoredMail): DemoMailResponse {
    return Object.assign(new DemoMailResponse(), mail);
  }
}

/** Mails of the demo, newest first. */
export class DemoMailPageResponse {
  @ApiProperty({ type: [DemoMailResponse] }) items: DemoMailResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
