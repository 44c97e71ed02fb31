import { Injectable } from '@nestjs/common';
import { currentRequest, newId } from '@platform/context';
import type { Tx } from '@platform/database';

/** A fact of the past that other modules may react to. Carries ids, not entities. */
export interface DomainEvent {
  /** `module.fact-happened.v1` */
  type: string;
  payload: Record<string, string | number | boolean | null | string[]>;
}

/** Announces facts. The row commits with the change it announces; a relay hands it to the handlers afterwards. */
@Injectable()
export class Outbox {
  /** Appends an event to the commit of `tx`. `runAfter` delays its handling. Returns the event's id. */
  async append(tx: Tx, event: DomainEvent, runAfter: Date = tx.now): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into outbox (id, tenant_id, type, payload, request_id, run_after, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        tx.tenantId,
        event.type,
        JSON.stringify(event.payload),
        currentRequest()?.requestId ?? null,
        runAfter,
        tx.now,
      ],
    );
    return id;
  }
}
