import { Injectable } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { Logger } from '@platform/http';
import type { Delivery } from '@platform/outbox';
import { DeadLetters } from './dead-letters';
import { describeError } from './describe-error';
import { EventDelivery } from './event-delivery';

/** One attempt at a queued delivery, and what becomes of it when it fails. */
@Injectable()
export class DeliveryAttempts {
  constructor(
    private readonly delivery: EventDelivery,
    private readonly deadLetters: DeadLetters,
    private readonly logger: Logger,
  ) {}

  /** @throws Error without personal data, which makes the queue try again; UnrecoverableError after the last attempt */
  async attempt(job: Job<Delivery>): Promise<void> {
    const { tenantId, eventId, type, handler } = job.data;
    const attempt = job.attemptsMade + 1;
    try {
      await this.delivery.deliver(job.data);
    } catch (error) {
      const reason = describeError(error);
      this.logger.warn('an event was not handled', { tenantId, eventId, type, handler, attempt, reason });
      if (attempt < (job.opts.attempts ?? 1)) throw new Error(reason);
      await this.deadLetters.record(job.data, error, attempt);
      this.logger.error('an event was given up', { tenantId, eventId, type, handler, attempt, reason });
      throw new UnrecoverableError(reason);
    }
  }

  /** Gives up a job that took the process with it `crashes` times: it was never seen to fail. */
  async crashed(delivery: Delivery, crashes: number): Promise<void> {
    await this.deadLetters
      .record(delivery, new WorkerCrashed(), crashes)
      .catch((error: unknown) => this.logger.error('a dead letter was not kept', { reason: describeError(error) }));
  }
}

/** The process ended several times while it ran a job. */
class WorkerCrashed extends Error {
  override name = 'WorkerCrashed';
}
