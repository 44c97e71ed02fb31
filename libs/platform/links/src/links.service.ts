import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '@platform/config';
import { newId } from '@platform/context';
import { Database, type SystemTx, Tx } from '@platform/database';
import { Unreadable, validation } from '@platform/http';
import type { Link, LinkSpec } from './link';
import type { LinkHandler } from './link-handler';
import { LinkInvalid } from './link.errors';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** One-time links: single purpose, expiring, revocable; looking at one never uses it. */
@Injectable()
export class Links {
  private readonly handlers = new Map<string, LinkHandler>();
  private readonly pipe = validation();

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /**
   * Makes a link in the transaction's tenant, or in none on a system path.
   * @returns its address, which is not kept anywhere and must not be logged.
   */
  async issue(tx: Tx | SystemTx, spec: LinkSpec): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.query(
      `insert into link (id, token_hash, tenant_id, purpose, subject_kind, subject_id, payload, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        hashOf(token),
        tx instanceof Tx ? tx.tenantId : null,
        spec.purpose,
        spec.subject.kind,
        spec.subject.id,
        JSON.stringify(spec.payload ?? {}),
        tx.now,
        spec.expiresAt,
      ],
    );
    return `${this.config.publicUrl}/l/${token}`;
  }

  /** Withdraws every open link about a record, or only those for one purpose. */
  async revoke(tx: Tx | SystemTx, subjectId: string, purpose?: string): Promise<void> {
    await tx.query(
      `update link set revoked_at = $2 where subject_id = $1 and used_at is null and revoked_at is null
         and ($3::text is null or purpose = $3)`,
      [subjectId, tx.now, purpose ?? null],
    );
  }

  /** Says what happens when links of a purpose are opened. @throws Error when the purpose has a handler already */
  onRedeem<Body extends object>(purpose: string, handler: LinkHandler<Body>): void {
    if (this.handlers.has(purpose)) throw new Error(`Links for ${purpose} have a handler already.`);
    this.handlers.set(purpose, handler as LinkHandler);
  }

  /** The link, if it can be redeemed now; changes nothing. */
  async peek(token: string): Promise<Link | null> {
    if (!TOKEN.test(token)) return null;
    const [link] = await this.database.system('links', (tx) =>
      tx.query<Link>(
        `select id, tenant_id as "tenantId", purpose, subject_kind as "subjectKind", subject_id as "subjectId", payload,
           expires_at as "expiresAt"
         from link where token_hash = $1 and used_at is null and revoked_at is null and expires_at > $2`,
        [hashOf(token), tx.now],
      ),
    );
    return link ?? null;
  }

  /** The link and what its page may show. @throws LinkInvalid */
  async look(token: string): Promise<{ link: Link; about: Record<string, unknown> }> {
    const { link, handler } = await this.find(token);
    const about = await handler.about(link);
    if (!about) throw new LinkInvalid();
    return { link, about };
  }

  /**
   * Redeems a link, exactly once.
   * @param purpose when given, a link for anything else is not accepted.
   * @throws LinkInvalid, Invalid for what is sent along, and what the handler refuses
   */
  async redeem(token: string, sent: unknown, purpose?: string): Promise<Record<string, unknown>> {
    const { link, handler } = await this.find(token);
    if (purpose && link.purpose !== purpose) throw new LinkInvalid();
    const body = await this.check(sent ?? {}, handler);
    let used = false;
    const answer = await handler.redeem(link, body, async (tx) => {
      await this.use(tx, link);
      used = true;
    });
    if (!used) throw new Error(`The handler of links for ${link.purpose} did not use the link up.`);
    return answer;
  }

  private async find(token: string): Promise<{ link: Link; handler: LinkHandler }> {
    const link = await this.peek(token);
    const handler = link && this.handlers.get(link.purpose);
    if (!handler) throw new LinkInvalid();
    return { link, handler };
  }

  private async check(sent: unknown, handler: LinkHandler): Promise<object> {
    if (typeof sent !== 'object' || Array.isArray(sent)) throw new Unreadable('Send a JSON object.');
    return (await this.pipe.transform(sent, { type: 'body', metatype: handler.body })) as object;
  }

  private async use(tx: Tx | SystemTx, link: Link): Promise<void> {
    const rows = await tx.query(
      `update link set used_at = $2 where id = $1 and used_at is null and revoked_at is null and expires_at > $2
       returning 1`,
      [link.id, tx.now],
    );
    if (rows.length === 0) throw new LinkInvalid();
  }
}
