import { Injectable } from '@nestjs/common';
import { Actor, newId } from '@platform/context';
import { Database } from '@platform/database';
import type { Delivery } from '@platform/outbox';
import { describeError } from './describe-error';

/** Keeps what could not be delivered. */
@Injectable()
export class DeadLetters {
  constructor(private readonly database: Database) {}

  /** Notes that a handler has given up on an event, unless a parallel attempt succeeded. */
  async record(delivery: Delivery, error: unknown, attempts: number): Promise<void> {
    const { tenantId, eventId, type, handler } = delivery;
    await this.database.transaction(Actor.system(tenantId, `job:${handler}`), (tx) =>
      tx.query(
        `insert into dead_letter (tenant_id, id, version, created_at, updated_at,
           event_id, event_type, handler, error, attempts, failed_at)
         select $1, $2, 1, $3, $3, $4, $5, $6, $7, $8, $3
         where not exists (select 1 from inbox where tenant_id = $1 and event_id = $4 and handler = $6)
         on conflict (tenant_id, event_id, handler) do update
         set error = excluded.error, attempts = dead_letter.attempts + excluded.attempts, failed_at = excluded.failed_at,
           replayed_at = null, resolved_at = null, updated_at = excluded.updated_at, version = dead_letter.version + 1`,
        [tenantId, newId(), tx.now, eventId, type, handler, describeError(error), attempts],
      ),
    );
  }
}
