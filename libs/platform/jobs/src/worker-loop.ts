import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Logger } from '@platform/http';
import { OutboxRelay } from '@platform/outbox';
import { BullQueues } from './bull-queues';
import { DemoClock } from './demo-clock';
import { describeError } from './describe-error';
import { EventHandlers } from './event-handlers';
import { Scheduler } from './scheduler';

const POLL_MS = 150;
const SCHEDULES_MS = 1000;
const OUTAGE_MS = 1000;

/**
 * The worker's heartbeat: hands over due events and schedules. It polls, which needs neither LISTEN (a session that no
 * pooler gives) nor NOTIFY (a lock at every commit). An outage of the database is waited out.
 */
@Injectable()
export class WorkerLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running = false;
  private loop?: Promise<void>;

  constructor(
    private readonly handlers: EventHandlers,
    private readonly queues: BullQueues,
    private readonly relay: OutboxRelay,
    private readonly scheduler: Scheduler,
    private readonly demoClock: DemoClock,
    private readonly logger: Logger,
  ) {
    handlers.every('redeliver-lost', { everyMs: 60_000 }, async () => void (await relay.relayLost()));
  }

  /** Starts once every worker module has registered its handlers. @throws HandlersInvalid */
  async onApplicationBootstrap(): Promise<void> {
    this.handlers.check();
    await this.scheduler.prepare();
    this.queues.open();
    this.running = true;
    this.loop = this.poll();
  }

  /** Stops handing over, then lets the running jobs finish; the database closes afterwards. */
  async beforeApplicationShutdown(): Promise<void> {
    this.running = false;
    await this.loop;
    await this.queues.close();
  }

  private async poll(): Promise<void> {
    let troubled = false;
    let schedulesAt = 0;
    while (this.running)
      try {
        const moved = await this.demoClock.follow();
        if (moved || performance.now() > schedulesAt) {
          await this.scheduler.runDue();
          schedulesAt = performance.now() + SCHEDULES_MS;
        }
        await this.relay.relayDue();
        if (troubled) this.logger.log('events are handed over again');
        troubled = false;
        await sleep(POLL_MS);
      } catch (error) {
        if (!troubled) this.logger.warn('events wait: they cannot be handed over', { reason: describeError(error) });
        troubled = true;
        await sleep(OUTAGE_MS);
      }
  }
}
