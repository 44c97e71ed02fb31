import { Injectable } from '@nestjs/common';
import { Database } from '@platform/database';
import { EventHandlers } from './event-handlers';

const BATCH = 5000;

/**
 * Removes the traces of finished work after a day. An event goes only when each of its handlers is done; its inbox rows
 * and outside effects go with it, because a delivery without its event does nothing.
 */
@Injectable()
export class CleanUp {
  constructor(
    private readonly database: Database,
    handlers: EventHandlers,
  ) {
    handlers.every('clean-up-jobs', { everyMs: 3_600_000 }, () => this.run());
  }

  /** Removes what is older than a day, in batches that hold no lock for long. */
  async run(): Promise<void> {
    while ((await this.removeEvents()) === BATCH);
    while ((await this.removeIdempotencyKeys()) === BATCH);
  }

  private removeEvents(): Promise<number> {
    return this.database.system('jobs', async (tx) => {
      const gone = await tx.query(
        `with old as (
           select o.tenant_id, o.id from outbox o
           where o.relayed_at < clock_timestamp() - interval '1 day'
             and not exists (select 1 from unnest(o.handlers) as h(handler) where not exists (
               select 1 from inbox i where i.tenant_id = o.tenant_id and i.event_id = o.id and i.handler = h.handler))
           limit ${BATCH} for update skip locked
         ), events as (
           delete from outbox o using old where o.tenant_id = old.tenant_id and o.id = old.id returning 1
         ), done as (
           delete from inbox i using old where i.tenant_id = old.tenant_id and i.event_id = old.id
         ), effects as (
           delete from outside_effect e using old where e.tenant_id = old.tenant_id and e.event_id = old.id
         )
         select 1 from events`,
      );
      return gone.length;
    });
  }

  private removeIdempotencyKeys(): Promise<number> {
    return this.database.system('jobs', async (tx) => {
      const gone = await tx.query(
        `delete from idempotency_key where id in (
           select id from idempotency_key where created_at < $1::timestamptz - interval '1 day' limit ${BATCH})
         returning 1`,
        [tx.now],
      );
      return gone.length;
    });
  }
}
