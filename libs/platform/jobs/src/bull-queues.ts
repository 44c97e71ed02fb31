import { Injectable } from '@nestjs/common';
import { type Job, type Processor, type Queue, type Worker } from 'bullmq';
import { Config } from '@platform/config';
import { Logger } from '@platform/http';
import { type Delivery, DeliveryQueue } from '@platform/outbox';
import { DeliveryAttempts } from './delivery-attempts';
import { describeError } from './describe-error';
import { EventHandlers } from './event-handlers';
import { QueueConnection } from './queue-connection';
import { RetryRules } from './retry-rules';
import { ScheduleRuns } from './schedule-runs';

/** `inside` changes only the database; `outside` waits for others (mail, storage) or takes long, and must not hold it up. */
const QUEUES = { inside: { concurrency: 5 }, outside: { concurrency: 5 } };
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
const CRASHES_AT_MOST = 10;

type QueueName = keyof typeof QUEUES;

/** The queues and their workers: BullMQ decides when a job runs, again and how long it waits; what it does is ours. */
@Injectable()
export class BullQueues extends DeliveryQueue {
  private connection?: QueueConnection;
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];
  private troubled = false;

  constructor(
    private readonly config: Config,
    private readonly handlers: EventHandlers,
    private readonly attempts: DeliveryAttempts,
    private readonly schedules: ScheduleRuns,
    private readonly rules: RetryRules,
    private readonly logger: Logger,
  ) {
    super();
  }

  /** Connects and starts to work on what is queued. */
  open(): void {
    const connection = new QueueConnection(this.config, (error) => this.trouble(error));
    this.connection = connection;
    for (const name of Object.keys(QUEUES) as QueueName[]) {
      const queue = connection.queue(name);
      queue.on('error', (error) => this.trouble(error));
      this.queues.set(name, queue);
      const worker = connection.worker(name, this.processor(), this.workerOptions(name));
      worker.on('error', (error) => this.trouble(error));
      worker.on('failed', (job, error) => this.noteCrash(job, error));
      worker.on('ready', () => (this.troubled = false));
      this.workers.push(worker);
      void worker.run().catch((error: Error) => this.trouble(error));
    }
  }

  /** Finishes the running jobs, takes no new ones and disconnects. */
  async close(): Promise<void> {
    await Promise.allSettled(this.workers.map((worker) => worker.close()));
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    await this.connection?.close();
  }

  /** @inheritdoc */
  handlersOf(type: string): string[] {
    return this.handlers.namesFor(type);
  }

  /** @inheritdoc */
  async add(deliveries: Delivery[]): Promise<void> {
    const { attempts, firstDelayMs } = this.rules;
    const jobs = deliveries.map((delivery) => ({
      name: delivery.handler,
      data: delivery,
      opts: {
        jobId: `ob-${delivery.eventId}-${delivery.handler}-${delivery.round}`,
        attempts,
        backoff: { type: 'exponential', delay: firstDelayMs, jitter: 0.2 },
        removeOnComplete: true,
        removeOnFail: true, // a failed job with this id would block a replay; dead_letter keeps what matters
      },
    }));
    const outside = jobs.filter(({ data }) => this.handlers.isOutside(data.type, data.handler));
    const inside = jobs.filter((job) => !outside.includes(job));
    if (inside.length) await this.queue('inside').addBulk(inside);
    if (outside.length) await this.queue('outside').addBulk(outside);
  }

  /** Queues one run of a schedule; `dueAt` makes the job unique. */
  async addScheduled(name: string, dueAt: Date): Promise<void> {
    await this.queue('outside').add(
      name,
      { schedule: name },
      { jobId: `sc-${name}-${dueAt.getTime()}`, removeOnComplete: true, removeOnFail: true },
    );
  }

  private queue(name: QueueName): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error('The queues are not open.');
    return queue;
  }

  private workerOptions(name: QueueName) {
    return {
      concurrency: QUEUES[name].concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: CRASHES_AT_MOST,
    };
  }

  private processor(): Processor<Delivery | { schedule: string }> {
    return (job) =>
      'schedule' in job.data ? this.schedules.run(job.data.schedule) : this.attempts.attempt(job as Job<Delivery>);
  }

  private noteCrash(job: Job | undefined, error: Error): void {
    const stalled = job && 'eventId' in job.data && /stalled/.test(error.message);
    if (stalled) void this.attempts.crashed(job.data as Delivery, CRASHES_AT_MOST);
  }

  /** One line for each outage, not for each retry within it. */
  private trouble(error: Error): void {
    if (this.troubled) return;
    this.troubled = true;
    this.logger.warn('the job queue does not answer; trying again', { reason: describeError(error) });
  }
}
