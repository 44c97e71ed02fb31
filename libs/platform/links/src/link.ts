import { Actor } from '@platform/context';

/** What a link is good for and about. */
export interface LinkSpec {
  /** The one thing it can be redeemed for, e.g. `invitation`. */
  purpose: string;
  /** The record it is about. */
  subject: { kind: string; id: string };
  expiresAt: Date;
  /** A few small values for whoever redeems it; no secrets. */
  payload?: Record<string, string | number | boolean | null>;
}

/** A link that can still be redeemed. */
export interface Link {
  id: string;
  /** Null for links that belong to no tenant, e.g. a password reset. */
  tenantId: string | null;
  purpose: string;
  subjectKind: string;
  subjectId: string;
  payload: Record<string, string | number | boolean | null>;
  expiresAt: string;
}

/** Whoever holds the link, acting in its tenant: has no grants, the link's handler decides. @throws Error without tenant */
export function actorOf(link: Link): Actor {
  if (!link.tenantId) throw new Error(`A link for ${link.purpose} belongs to no tenant.`);
  return new Actor({ kind: 'link', tenantId: link.tenantId, via: `link:${link.purpose}` });
}
