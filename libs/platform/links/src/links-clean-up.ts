import { Injectable } from '@nestjs/common';
import { Database } from '@platform/database';
import { EventHandlers } from '@platform/jobs';

const DAY_MS = 86_400_000;

/** Removes links a month after they stopped working, every day. */
@Injectable()
export class LinksCleanUp {
  constructor(
    private readonly database: Database,
    handlers: EventHandlers,
  ) {
    handlers.every('clean-up-links', { everyMs: DAY_MS }, () => this.run());
  }

  /** Removes the links that expired more than a month ago. */
  async run(): Promise<void> {
    await this.database.system('links', (tx) =>
      tx.query(`delete from link where expires_at < $1::timestamptz - interval '30 days'`, [tx.now]),
    );
  }
}
