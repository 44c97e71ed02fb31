import type { Link } from './link';

/** What the page of a one-time link may show. */
export class LinkResponse {
  /** What it is for, e.g. `invitation` or `password-reset`. */
  purpose: string;
  /** When it stops working. */
  expiresAt: string;
  /** What it is about; depends on the purpose. */
  about: Record<string, unknown>;

  /** From a link that can be redeemed. */
  static from({ link, about }: { link: Link; about: Record<string, unknown> }): LinkResponse {
    return { purpose: link.purpose, expiresAt: link.expiresAt, about };
  }
}
