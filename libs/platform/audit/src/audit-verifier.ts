import { Injectable } from '@nestjs/common';
import { Actor } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { type Anchor, AuditAnchors } from './audit-anchors';
import { CANONICAL_EVENT, CHAIN_START, type Seal, sealHash, sha256 } from './audit-chain';

const SEALS_AT_ONCE = 50;
const NAMED_AT_MOST = 100;

/** One thing wrong with the log, with the seal or event at which it shows. */
export interface AuditProblem {
  kind:
    | 'event-changed'
    | 'event-missing'
    | 'event-not-sealed'
    | 'seal-changed'
    | 'seal-missing'
    | 'chain-broken'
    | 'log-cut'
    | 'log-rewritten';
  /** A sentence for the person who looks into it. */
  message: string;
  seq?: number;
  eventId?: string;
}

/** What a check of one tenant's log found. */
export interface AuditReport {
  tenantId: string;
  ok: boolean;
  seals: number;
  /** Events under a seal. */
  sealed: number;
  /** Events that wait for the next seal. */
  waiting: number;
  /** Seals that this machine has an anchor for; 0 means that a rewritten log would not be noticed here. */
  anchored: number;
  problems: AuditProblem[];
}

/** Recomputes the chain of a tenant's audit log and compares it with the anchors outside the database. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly database: Database,
    private readonly anchors: AuditAnchors,
  ) {}

  /** Reads the whole log of a tenant; changes nothing. */
  async verify(tenantId: string): Promise<AuditReport> {
    const anchors = await this.anchors.read(tenantId);
    return this.database.read(Actor.system(tenantId, 'job:verify-audit'), async (tx) => {
      await tx.query('set transaction isolation level repeatable read'); // sealing goes on meanwhile
      const check = new ChainCheck(tenantId, anchors);
      for (let page = await seals(tx, 0); page.length > 0; page = await seals(tx, page.at(-1)!.seq))
        check.add(
          page,
          await eventHashes(
            tx,
            page.flatMap(({ eventIds }) => eventIds),
          ),
        );
      check.end();
      const waiting = await waitingIds(tx);
      for (const id of await unsealed(tx, waiting)) check.notSealed(id);
      return { ...check.report, waiting: waiting.length, ok: check.report.problems.length === 0 };
    });
  }
}

/** Walks along one chain. */
class ChainCheck {
  readonly report: AuditReport;
  private seq = 0;
  private hash = CHAIN_START;
  private readonly anchorsBySeq = new Map<number, Anchor[]>();

  constructor(
    private readonly tenantId: string,
    anchors: Anchor[],
  ) {
    this.report = { tenantId, ok: true, seals: 0, sealed: 0, waiting: 0, anchored: 0, problems: [] };
    anchors.forEach((anchor) => {
      this.anchorsBySeq.set(anchor.seq, [...(this.anchorsBySeq.get(anchor.seq) ?? []), anchor]);
    });
    this.report.anchored = this.anchorsBySeq.size;
  }

  add(page: Seal[], hashes: Map<string, string>): void {
    for (const seal of page) {
      for (let missing = this.seq + 1; missing < seal.seq; missing++)
        this.problem('seal-missing', `Seal ${missing} is missing.`, { seq: missing });
      this.checkSeal(seal);
      seal.eventIds.forEach((id, index) => this.checkEvent(seal, id, seal.eventHashes[index], hashes.get(id)));
      this.seq = seal.seq;
      this.hash = seal.hash;
      this.report.seals += 1;
      this.report.sealed += seal.eventIds.length;
    }
  }

  /** Seals that only the anchors know of were cut off. */
  end(): void {
    for (const seq of [...this.anchorsBySeq.keys()].filter((known) => known > this.seq).sort((a, b) => a - b))
      this.problem('log-cut', `Seal ${seq} was anchored outside the database, but is not in the log any more.`, {
        seq,
      });
  }

  notSealed(eventId: string): void {
    this.problem('event-not-sealed', `Event ${eventId} is in the log without having been written by the program.`, {
      eventId,
    });
  }

  private checkSeal(seal: Seal): void {
    const { seq } = seal;
    if (seal.hash !== sealHash(this.tenantId, seal))
      this.problem('seal-changed', `Seal ${seq} was changed after it was made.`, { seq });
    if (seal.previousHash !== this.hash)
      this.problem('chain-broken', `Seal ${seq} does not follow from the seal before it.`, { seq });
    if (this.anchorsBySeq.get(seq)?.some((anchor) => anchor.hash !== seal.hash))
      this.problem('log-rewritten', `Seal ${seq} is not the one that was anchored outside the database.`, { seq });
  }

  private checkEvent(seal: Seal, eventId: string, expected: string, found: string | undefined): void {
    const at = { seq: seal.seq, eventId };
    if (found === undefined) this.problem('event-missing', `Event ${eventId} under seal ${seal.seq} is missing.`, at);
    else if (found !== expected)
      this.problem('event-changed', `Event ${eventId} under seal ${seal.seq} was changed after it was sealed.`, at);
  }

  private problem(kind: AuditProblem['kind'], message: string, at: { seq?: number; eventId?: string }): void {
    if (this.report.problems.length < NAMED_AT_MOST) this.report.problems.push({ kind, message, ...at });
  }
}

function seals(tx: Tx, after: number): Promise<Seal[]> {
  return tx.query<Seal>(
    `select seq, event_ids as "eventIds", event_hashes as "eventHashes", previous_hash as "previousHash", hash
     from audit_seal where tenant_id = $1 and seq > $2 order by seq limit ${SEALS_AT_ONCE}`,
    [tx.tenantId, after],
  );
}

async function eventHashes(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const events = await tx.query<{ id: string; text: string }>(
    `select id, ${CANONICAL_EVENT} as text from audit_event where tenant_id = $1 and id = any($2)`,
    [tx.tenantId, ids],
  );
  return new Map(events.map(({ id, text }) => [id, sha256(text)]));
}

async function waitingIds(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ event_ids: string[] }>('select event_ids from audit_unsealed where tenant_id = $1', [
    tx.tenantId,
  ]);
  return rows.flatMap(({ event_ids }) => event_ids);
}

async function unsealed(tx: Tx, waiting: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select e.id from audit_event e
     left join (select unnest(event_ids) as id from audit_seal where tenant_id = $1) s on s.id = e.id
     where e.tenant_id = $1 and s.id is null and e.id <> all($2) order by e.id limit ${NAMED_AT_MOST}`,
    [tx.tenantId, waiting],
  );
  return rows.map(({ id }) => id);
}
