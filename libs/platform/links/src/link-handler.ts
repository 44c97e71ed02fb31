import type { Type } from '@nestjs/common';
import type { SystemTx, Tx } from '@platform/database';
import type { Link } from './link';

/** What a link does when somebody opens its page and presses the button. One for each purpose. */
export interface LinkHandler<Body extends object = object> {
  /** Class that checks what is sent along. */
  body: Type<Body>;
  /** What the page may show of it to whoever holds the link; null: its subject no longer asks for it. */
  about(link: Link): Promise<Record<string, unknown> | null>;
  /**
   * Carries it out in one transaction, calling `use` with that transaction first: of parallel redemptions exactly one
   * gets past it, and when the rest fails the link stays good.
   */
  redeem(link: Link, body: Body, use: (tx: Tx | SystemTx) => Promise<void>): Promise<Record<string, unknown>>;
}
