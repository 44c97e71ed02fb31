import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, Conflict } from '@platform/context';
import { Database } from '@platform/database';
import { DeadLetter } from './dead-letter.entity';

/** Has an administrator try again what was given up. */
@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /**
   * Hands the event of a dead letter over again. Handlers that are done with it are not run again.
   * @throws NotFound, NotAllowed; Conflict unless it waits for this
   */
  replay(actor: Actor, id: string): Promise<DeadLetter> {
    return this.database.transaction(actor, async (tx) => {
      const letter = await tx.rows(DeadLetter).forChange(id);
      this.access.authorize(actor, 'replay', letter);
      if (letter.state !== 'failed')
        throw new Conflict('jobs.not-failed', `This job is ${letter.state}: only a failed one can be tried again.`);
      letter.replayedAt = tx.now;
      await tx.rows(DeadLetter).update(letter);
      await tx.query(
        'update outbox set relayed_at = null, run_after = $3, round = round + 1 where tenant_id = $1 and id = $2',
        [tx.tenantId, letter.eventId, tx.now],
      );
      return letter;
    });
  }
}
