import { Injectable } from '@nestjs/common';
import { currentRequest, newId } from '@platform/context';
import type { SystemTx, Tx } from '@platform/database';

/** A fact of the past that other modules may react to. Carries ids, not entities. */
export interface DomainEvent {
  /** `module.fact-happened.v1` */
  type: string;
  payload: Record<string, string | number | boolean | null | string[]>;
}

/** Stands for the tenant of an event that belongs to no tenant: it is handled where no tenant's rows are visible. */
export const NO_TENANT = '00000000-0000-0000-0000-000000000000';

const jobTypes = new Set<string>();

/**
 * Declares an event type that is an order rather than an announcement, such as `mail.requested.v1`: the worker does not
 * start unless exactly one handler takes it.
 */
export function jobType(type: string): string {
  jobTypes.add(type);
  return type;
}

/** All event types that need a handler. */
export function declaredJobTypes(): ReadonlySet<string> {
  return jobTypes;
}

/** Announces facts. The row commits with the change it announces; a relay hands it to the handlers afterwards. */
@Injectable()
export class Outbox {
  /** Appends an event to the commit of `tx`. `runAfter` delays its handling. Returns the event's id. */
  async append(tx: Tx | SystemTx, event: DomainEvent, runAfter: Date = tx.now): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into outbox (id, tenant_id, type, payload, request_id, run_after, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        'tenantId' in tx ? tx.tenantId : NO_TENANT,
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
