import { Injectable } from '@nestjs/common';
import { Database, type SystemTx } from '@platform/database';
import { type Delivery, DeliveryQueue } from './delivery-queue';

const BATCH = 200;
const LOST_AFTER = '5 minutes';

interface WaitingEvent {
  id: string;
  tenant_id: string;
  type: string;
  round: number;
}

/**
 * Hands committed events to the queue. Rows are locked while they are handed over, so several workers share the work;
 * a process killed between handing over and its commit only repeats jobs with the same ids. The queue is called inside
 * the transaction for that reason: the one exception to "no input or output inside a transaction".
 */
@Injectable()
export class OutboxRelay {
  constructor(
    private readonly database: Database,
    private readonly queue: DeliveryQueue,
  ) {}

  /** Hands over everything that is due by the clock. Returns the number of events. */
  async relayDue(): Promise<number> {
    for (let total = 0; ;) {
      const moved = await this.relayBatch();
      total += moved;
      if (moved < BATCH) return total;
    }
  }

  /**
   * Hands over again what the queue has lost (a Redis without its data): relayed a while ago, by the machine's time and
   * not the demo's, and neither done nor given up. What is still queued is left alone by its job id.
   */
  async relayLost(): Promise<number> {
    return this.database.system('relay', async (tx) => {
      const lost = await tx.query<Delivery>(
        `select o.tenant_id as "tenantId", o.id as "eventId", o.type, h.handler, o.round
         from outbox o cross join lateral unnest(o.handlers) as h(handler)
         where o.relayed_at < clock_timestamp() - interval '${LOST_AFTER}'
           and not exists (select 1 from inbox i
             where i.tenant_id = o.tenant_id and i.event_id = o.id and i.handler = h.handler)
           and not exists (select 1 from dead_letter d where d.tenant_id = o.tenant_id and d.event_id = o.id
             and d.handler = h.handler and d.resolved_at is null and d.replayed_at is null)
         limit 1000`,
      );
      if (lost.length) await this.queue.add(lost);
      return lost.length;
    });
  }

  private relayBatch(): Promise<number> {
    return this.database.system('relay', async (tx) => {
      const events = await tx.query<WaitingEvent>(
        `select id, tenant_id, type, round from outbox
         where relayed_at is null and run_after <= $1
         order by run_after, id limit ${BATCH} for update skip locked`,
        [tx.now],
      );
      if (events.length === 0) return 0;
      await this.queue.add(events.flatMap((event) => this.deliveries(event)));
      await this.markRelayed(tx, events);
      return events.length;
    });
  }

  private deliveries(event: WaitingEvent): Delivery[] {
    const { tenant_id: tenantId, id: eventId, type, round } = event;
    return this.queue.handlersOf(type).map((handler) => ({ tenantId, eventId, type, handler, round }));
  }

  private markRelayed(tx: SystemTx, events: WaitingEvent[]): Promise<unknown> {
    return tx.query(
      `update outbox o set relayed_at = clock_timestamp(), handlers = string_to_array(v.handlers, ',')
       from unnest($1::uuid[], $2::uuid[], $3::text[]) as v(tenant_id, id, handlers)
       where o.tenant_id = v.tenant_id and o.id = v.id`,
      [
        events.map((event) => event.tenant_id),
        events.map((event) => event.id),
        events.map((event) => this.queue.handlersOf(event.type).join(',')),
      ],
    );
  }
}
