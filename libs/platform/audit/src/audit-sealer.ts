import { Injectable } from '@nestjs/common';
import { Actor, newId } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { Logger } from '@platform/http';
import { EventHandlers } from '@platform/jobs';
import { AuditAnchors } from './audit-anchors';
import { CANONICAL_EVENT, CHAIN_START, type Seal, sealHash, sha256 } from './audit-chain';

const EVERY_MS = 3000;
const COMMITS_AT_ONCE = 500;

/**
 * Chains the audit log: each seal names the events it covers and the hash of the seal before. Events are found by the
 * note that committed with them, not by their time, so that one that commits late is sealed late, but sealed.
 */
@Injectable()
export class AuditSealer {
  private readonly anchored = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly anchors: AuditAnchors,
    private readonly logger: Logger,
    handlers: EventHandlers,
  ) {
    handlers.every('seal-audit', { everyMs: EVERY_MS }, () => this.run());
  }

  /** Seals what is waiting in every tenant. */
  async run(): Promise<void> {
    const tenants = await this.database.system('audit-seal', (tx) =>
      tx.query<{ id: string }>('select distinct tenant_id as id from audit_unsealed'),
    );
    for (const { id } of tenants) {
      while (await this.sealOnce(id));
      await this.anchor(id);
    }
  }

  /** Makes one seal; false when nothing was waiting. */
  private sealOnce(tenantId: string): Promise<boolean> {
    return this.inTenant(tenantId, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`audit-seal ${tenantId}`]);
      const waiting = await tx.query<{ id: string; event_ids: string[] }>(
        `select id, event_ids from audit_unsealed where tenant_id = $1 order by id limit ${COMMITS_AT_ONCE}`,
        [tenantId],
      );
      if (waiting.length === 0) return false;
      await this.insert(
        tx,
        await this.nextSeal(
          tx,
          waiting.flatMap(({ event_ids }) => event_ids),
        ),
      );
      await tx.query('delete from audit_unsealed where tenant_id = $1 and id = any($2)', [
        tenantId,
        waiting.map(({ id }) => id),
      ]);
      return true;
    });
  }

  private async nextSeal(tx: Tx, ids: string[]): Promise<Seal> {
    const events = await tx.query<{ id: string; text: string }>(
      `select id, ${CANONICAL_EVENT} as text from audit_event where tenant_id = $1 and id = any($2) order by id`,
      [tx.tenantId, ids],
    );
    const [last] = await tx.query<{ seq: number; hash: string }>(
      'select seq, hash from audit_seal where tenant_id = $1 order by seq desc limit 1',
      [tx.tenantId],
    );
    const seal = {
      seq: (last?.seq ?? 0) + 1,
      eventIds: events.map(({ id }) => id),
      eventHashes: events.map(({ text }) => sha256(text)),
      previousHash: last?.hash ?? CHAIN_START,
    };
    return { ...seal, hash: sealHash(tx.tenantId, seal) };
  }

  private insert(tx: Tx, seal: Seal): Promise<unknown> {
    return tx.query(
      `insert into audit_seal (tenant_id, id, seq, event_ids, event_hashes, previous_hash, hash, sealed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.tenantId, newId(), seal.seq, seal.eventIds, seal.eventHashes, seal.previousHash, seal.hash, tx.now],
    );
  }

  /** Appends all seals that the file of this machine lacks, those of an earlier crash included. */
  private async anchor(tenantId: string): Promise<void> {
    const known = this.anchored.get(tenantId) ?? (await this.anchors.read(tenantId)).reduce(highest, 0);
    const seals = await this.inTenant(tenantId, (tx) =>
      tx.query<{ seq: number; hash: string; events: number }>(
        `select seq, hash, cardinality(event_ids) as events from audit_seal
         where tenant_id = $1 and seq > $2 order by seq`,
        [tenantId, known],
      ),
    );
    if (seals.length === 0) return;
    await this.anchors.append(tenantId, seals);
    const { seq, hash } = seals.at(-1)!;
    this.anchored.set(tenantId, seq);
    this.logger.log('audit log sealed', { tenantId, seq, hash });
  }

  private inTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(Actor.system(tenantId, 'job:seal-audit'), work);
  }
}

function highest(seq: number, anchor: { seq: number }): number {
  return Math.max(seq, anchor.seq);
}
