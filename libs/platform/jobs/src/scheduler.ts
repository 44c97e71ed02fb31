import { Injectable } from '@nestjs/common';
import { newId } from '@platform/context';
import { Database, type SystemTx } from '@platform/database';
import { BullQueues } from './bull-queues';
import { type DailyWork, dailyType, EventHandlers } from './event-handlers';

const DAYS = 'daily-work';
const DAYS_EVERY_MS = 60_000;

/**
 * Finds the schedules that are due by the injected clock, so that the demo's clock drives them too; BullMQ's own job
 * schedulers know only the machine's time. Whoever holds the row hands the run over; the others skip it.
 */
@Injectable()
export class Scheduler {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
    private readonly queues: BullQueues,
  ) {}

  /** Makes the rows of new schedules, due at once, and forgets those that this program does not have. */
  async prepare(): Promise<void> {
    const schedules = [{ name: DAYS, everyMs: DAYS_EVERY_MS }, ...this.handlers.schedules];
    const names = schedules.map(({ name }) => name);
    await this.database.system('jobs', async (tx) => {
      await tx.query('delete from schedule where not name = any($1::text[])', [names]);
      await tx.query(
        `insert into schedule (name, every_ms, next_at)
         select name, every_ms, $3 from unnest($1::text[], $2::bigint[]) as s(name, every_ms)
         on conflict (name) do update set every_ms = excluded.every_ms`,
        [names, schedules.map(({ everyMs }) => everyMs), tx.now],
      );
    });
  }

  /** Hands over what is due. Returns how many schedules were. */
  runDue(): Promise<number> {
    return this.database.system('jobs', async (tx) => {
      const due = await tx.query<{ name: string; due_at: string }>(
        `update schedule s set next_at = $1::timestamptz + make_interval(secs => every_ms / 1000.0)
         from (select name, next_at as due_at from schedule
           where next_at <= $1 or next_at > $1::timestamptz + make_interval(secs => every_ms / 500.0)
           for update skip locked) d
         where s.name = d.name returning s.name, d.due_at`, // too far ahead: the demo's clock was set back
        [tx.now],
      );
      for (const { name, due_at } of due)
        if (name === DAYS) await this.announceDays(tx);
        else await this.queues.addScheduled(name, new Date(due_at));
      return due.length;
    });
  }

  private async announceDays(tx: SystemTx): Promise<void> {
    for (const work of this.handlers.dailyWork) await this.announceDay(tx, work);
  }

  /** One event for each tenant in which the day of this work has begun. */
  private async announceDay(tx: SystemTx, { name, at }: DailyWork): Promise<void> {
    const tenants = await tx.query<{ id: string; day: string }>(
      `select t.id, ($1::timestamptz at time zone t.time_zone)::date as day
       from tenant t left join tenant_day d on d.tenant_id = t.id and d.name = $2
       where t.status = 'active' and ($1::timestamptz at time zone t.time_zone)::time >= $3::time
         and d.last_day is distinct from ($1::timestamptz at time zone t.time_zone)::date`,
      [tx.now, name, at],
    );
    for (const { id, day } of tenants) {
      await tx.query(
        `insert into tenant_day (tenant_id, name, last_day) values ($1, $2, $3)
         on conflict (tenant_id, name) do update set last_day = excluded.last_day`,
        [id, name, day],
      );
      await tx.query(
        `insert into outbox (id, tenant_id, type, payload, run_after, created_at) values ($1, $2, $3, $4, $5, $5)`,
        [newId(), id, dailyType(name), JSON.stringify({ day }), tx.now],
      );
    }
  }
}
