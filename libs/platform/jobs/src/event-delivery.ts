import { Injectable } from '@nestjs/common';
import { Actor, newId, runInRequest } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import type { Delivery } from '@platform/outbox';
import { EventHandlers, type OutsideEffect, type ReceivedEvent } from './event-handlers';

type Begun =
  { state: 'done' } | { state: 'sent'; result: unknown } | { state: 'sending'; prepared: unknown; number: number };

const DONE: Begun = { state: 'done' };

/**
 * Brings one event to one handler. The inbox row commits with the handler's own changes, so a delivery that comes twice
 * has its effect once. The outbox row stays until every handler is done: without it a delivery is an old one.
 */
@Injectable()
export class EventDelivery {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
  ) {}

  /** Has the handler deal with the event unless it has already. @throws whatever the handler throws */
  async deliver(delivery: Delivery): Promise<void> {
    const found = this.handlers.find(delivery.type, delivery.handler);
    const context = { requestId: newId(), operation: `job:${delivery.handler}`, locale: 'en' };
    await runInRequest(context, () =>
      'handle' in found
        ? this.within(delivery, async (tx, event) => {
            if (await this.finish(tx, delivery)) await found.handle(tx, event);
          })
        : this.carryOut(delivery, found.effect),
    );
  }

  /** Runs `work` in the event's tenant, if the event is still there. */
  private within<T>(delivery: Delivery, work: (tx: Tx, event: ReceivedEvent) => Promise<T>): Promise<T | undefined> {
    const actor = Actor.system(delivery.tenantId, `job:${delivery.handler}`);
    return this.database.transaction(actor, async (tx) => {
      const event = await load(tx, delivery);
      return event && work(tx, event);
    });
  }

  /** Notes that the handler is done with the event; false when it was before. */
  private async finish(tx: Tx, { eventId, handler }: Delivery): Promise<boolean> {
    const [first] = await tx.query(
      `insert into inbox (tenant_id, event_id, handler, done_at) values ($1, $2, $3, $4)
       on conflict do nothing returning 1`,
      [tx.tenantId, eventId, handler, tx.now],
    );
    if (!first) return false;
    await tx.query(
      `update dead_letter set resolved_at = $4, updated_at = $4, version = version + 1
       where tenant_id = $1 and event_id = $2 and handler = $3 and resolved_at is null`,
      [tx.tenantId, eventId, handler, tx.now],
    );
    return true;
  }

  private async carryOut(delivery: Delivery, effect: OutsideEffect<unknown, unknown>): Promise<void> {
    const begun = (await this.within(delivery, (tx, event) => this.begin(tx, event, delivery, effect))) ?? DONE;
    if (begun.state === 'done') return;
    const result = begun.state === 'sent' ? begun.result : await this.send(delivery, effect, begun);
    await this.within(delivery, async (tx, event) => {
      if (!(await this.finish(tx, delivery))) return;
      await effect.settle(tx, event, result);
    });
  }

  /** Claims the effect and prepares it, or finds how far an earlier attempt came. */
  private async begin(
    tx: Tx,
    event: ReceivedEvent,
    delivery: Delivery,
    effect: OutsideEffect<unknown, unknown>,
  ): Promise<Begun> {
    const key = [tx.tenantId, delivery.eventId, delivery.handler];
    const [done] = await tx.query('select 1 from inbox where tenant_id = $1 and event_id = $2 and handler = $3', key);
    if (done) return DONE;
    const [claim] = await tx.query<{ state: 'sending' | 'sent'; attempts: number; result: unknown }>(
      `insert into outside_effect as e (tenant_id, event_id, handler, state, attempts, started_at)
       values ($1, $2, $3, 'sending', 1, $4)
       on conflict (tenant_id, event_id, handler) do update set attempts = e.attempts + 1, started_at = $4
       returning state, attempts, result`,
      [...key, tx.now],
    );
    if (claim.state === 'sent') return { state: 'sent', result: claim.result };
    const prepared = await effect.prepare(tx, event);
    if (prepared !== null) return { state: 'sending', prepared, number: claim.attempts };
    await this.finish(tx, delivery);
    return DONE;
  }

  /** Does it, and notes its success at once in a commit of its own: the only moment in which a crash leads to a repeat. */
  private async send(
    delivery: Delivery,
    effect: OutsideEffect<unknown, unknown>,
    { prepared, number }: { prepared: unknown; number: number },
  ): Promise<unknown> {
    const result = (await effect.send(prepared, { id: delivery.eventId, number })) ?? null;
    await this.within(delivery, (tx) =>
      tx.query(
        `update outside_effect set state = 'sent', result = $4
         where tenant_id = $1 and event_id = $2 and handler = $3`,
        [tx.tenantId, delivery.eventId, delivery.handler, JSON.stringify(result)],
      ),
    );
    return result;
  }
}

interface OutboxRow {
  id: string;
  type: string;
  payload: ReceivedEvent['payload'];
  request_id: string | null;
  created_at: string;
}

async function load(tx: Tx, { eventId }: Delivery): Promise<ReceivedEvent | undefined> {
  const [row] = await tx.query<OutboxRow>(
    'select id, type, payload, request_id, created_at from outbox where tenant_id = $1 and id = $2',
    [tx.tenantId, eventId],
  );
  if (!row) return undefined;
  const { id, type, payload, request_id: requestId, created_at } = row;
  return { id, type, tenantId: tx.tenantId, payload, requestId, at: new Date(created_at) };
}
