import type { RenderedMail } from '../mail-renderer';

/** A mail on its way out. */
export interface OutgoingMail extends RenderedMail {
  /** Id of the message's row: the same in every attempt, so that a repeat can be known for one. */
  id: string;
  /** Address. */
  to: string;
  /** When it was asked for. */
  date: Date;
}

/** Carries a mail out of the system. */
export abstract class MailTransport {
  /** @throws Error when the mail was not accepted and may be tried again. */
  abstract deliver(mail: OutgoingMail): Promise<void>;

  /** Ends what the transport keeps open. */
  async close(): Promise<void> {}
}
