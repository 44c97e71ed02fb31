import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, ShiftedClock } from '@platform/clock';
import { Config } from '@platform/config';
import { Database } from '@platform/database';

const FOLLOW_EVERY_MS = 500;
const HAND_OVER_WITHIN_MS = 10_000;

/** Moves the clock of every process of a demo together. Outside a demo it does nothing. */
@Injectable()
export class DemoClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private isApart = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Whether the clock may be moved here. */
  get movable(): boolean {
    return this.config.demo && this.clock instanceof ShiftedClock;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.movable) return;
    await this.follow();
    this.timer = setInterval(() => void this.follow().catch(() => undefined), FOLLOW_EVERY_MS); // tries again
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Takes over the offset that was set last. Returns whether it was another. */
  async follow(): Promise<boolean> {
    if (!this.movable) return false;
    const [row] = await this.database.system('jobs', (tx) =>
      tx.query<{ offset_ms: number }>('select offset_ms from demo_clock where id = $1', [1]),
    );
    if (this.isApart) return false;
    const clock = this.clock as ShiftedClock;
    const changed = clock.offsetMs !== (row?.offset_ms ?? 0);
    clock.offsetMs = row?.offset_ms ?? 0;
    return changed;
  }

  /**
   * Makes `instant` the present of all processes and waits until the worker has taken over what fell due by that.
   * Returns false when no worker did so within ten seconds.
   */
  async moveTo(instant: Date): Promise<boolean> {
    const clock = this.clock as ShiftedClock;
    clock.moveTo(instant);
    await this.database.system('jobs', (tx) =>
      tx.query(`insert into demo_clock (id, offset_ms) values (1, $1) on conflict (id) do update set offset_ms = $1`, [
        clock.offsetMs,
      ]),
    );
    for (let waited = 0; waited < HAND_OVER_WITHIN_MS; waited += 100) {
      if (!(await this.somethingDue())) return true;
      await sleep(100);
    }
    return false;
  }

  /** Runs `work` with a clock that it may move without moving that of the other processes: for records of the past. */
  async apart<T>(work: (clock: ShiftedClock) => Promise<T>): Promise<T> {
    const clock = this.clock as ShiftedClock;
    const { offsetMs } = clock;
    this.isApart = true;
    try {
      return await work(clock);
    } finally {
      clock.offsetMs = offsetMs;
      this.isApart = false;
    }
  }

  private async somethingDue(): Promise<boolean> {
    const [{ due }] = await this.database.system('jobs', (tx) =>
      tx.query<{ due: boolean }>(
        `select exists (select 1 from outbox where relayed_at is null and run_after <= $1)
           or exists (select 1 from schedule where next_at <= $1) as due`,
        [tx.now],
      ),
    );
    return due;
  }
}
