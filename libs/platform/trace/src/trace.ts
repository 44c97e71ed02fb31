import { Injectable } from '@nestjs/common';
import type { TenantRow, Tx } from '@platform/database';
import { TraceLink } from './trace-link.entity';

/** A record, by its kind and id. */
export interface TraceNode {
  kind: string;
  id: string;
}

/** That `to` came of `from`. */
export interface TraceStep {
  from: TraceNode;
  to: TraceNode;
  /** What the link means, such as `serves`. */
  kind: string;
}

/** How records of one kind are shown in a thread. Whoever may read the entity's row may see its node. */
export interface NodeDescription<E extends TenantRow> {
  entity: new () => E;
  /** A short name for people. */
  title: (row: E) => string;
}

/** The thread through the modules: a link between records of different modules is one row, made in their commit. */
@Injectable()
export class Trace {
  private readonly descriptions = new Map<string, NodeDescription<TenantRow>>();

  /** Makes records of a kind visible in threads; a kind that nobody describes is shown to nobody. */
  describe<E extends TenantRow>(kind: string, description: NodeDescription<E>): void {
    if (this.descriptions.has(kind)) throw new Error(`The kind "${kind}" is described twice.`);
    this.descriptions.set(kind, description as unknown as NodeDescription<TenantRow>);
  }

  /** How a kind is shown. */
  description(kind: string): NodeDescription<TenantRow> | undefined {
    return this.descriptions.get(kind);
  }

  /** Links two records in the commit of `tx`; linking them again changes nothing. */
  async link(tx: Tx, step: TraceStep): Promise<void> {
    const columns = columnsOf(step);
    const [known] = await tx.rows(TraceLink).find(columns);
    if (!known) await tx.rows(TraceLink).insert({ ...columns, personId: tx.actor.personId ?? null });
  }

  /** Takes a link back; the audit log keeps that it was there. */
  async unlink(tx: Tx, step: TraceStep): Promise<void> {
    for (const link of await tx.rows(TraceLink).find(columnsOf(step))) await tx.rows(TraceLink).delete(link);
  }
}

function columnsOf({ from, to, kind }: TraceStep) {
  return { fromKind: from.kind, fromId: from.id, toKind: to.kind, toId: to.id, kind };
}
