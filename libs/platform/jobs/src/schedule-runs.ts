import { Injectable } from '@nestjs/common';
import { newId, runInRequest } from '@platform/context';
import { Database } from '@platform/database';
import { Logger } from '@platform/http';
import { describeError } from './describe-error';
import { EventHandlers } from './event-handlers';

/** Runs one schedule and notes how it went. */
@Injectable()
export class ScheduleRuns {
  constructor(
    private readonly database: Database,
    private readonly handlers: EventHandlers,
    private readonly logger: Logger,
  ) {}

  /** Runs a schedule once. A failure is logged and noted; the next run is the next attempt. */
  async run(name: string): Promise<void> {
    const schedule = this.handlers.schedule(name);
    if (!schedule) return; // an older program queued it
    try {
      await runInRequest({ requestId: newId(), operation: `job:${name}`, locale: 'en' }, () => schedule.run());
      await this.note(name, null);
    } catch (error) {
      const reason = describeError(error);
      this.logger.error('a schedule failed', { schedule: name, reason });
      await this.note(name, reason);
    }
  }

  private note(name: string, error: string | null): Promise<unknown> {
    return this.database.system('jobs', (tx) =>
      tx.query(
        error === null
          ? 'update schedule set done_at = $2, error = $3, failed_at = null where name = $1'
          : 'update schedule set failed_at = $2, error = $3 where name = $1',
        [name, tx.now, error],
      ),
    );
  }
}
