import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@platform/clock';
import { type Actor, isUuid } from '@platform/context';
import { inTransaction } from './lease';
import { ReadRules } from './read-rules';
import type { CommitHook } from './row-change';
import type { SystemPath } from './system-paths';
import { SystemTx } from './system-tx';
import { Tx } from './tx';

/** How a transaction is opened. */
export interface TransactionOptions {
  /** Refuses every write; may be served by a replica later. */
  readOnly?: boolean;
}

const RETRIED = new Set(['40001', '40P01']); // serialization failure, deadlock
const ATTEMPTS = 3;

/** The only door to the database. A use case is one transaction; nothing else holds a connection. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly hooks: CommitHook[] = [];
  private readonly open = new AsyncLocalStorage<true>();

  constructor(
    private readonly source: DataSource,
    private readonly rules: ReadRules,
    private readonly clock: Clock,
  ) {}

  /** Registers what has to be written in the commit of every change. */
  onCommit(hook: CommitHook): void {
    this.hooks.push(hook);
  }

  /**
   * Runs `work` in the actor's tenant: all of it is committed, or nothing. It is run again after a deadlock, so it must
   * not touch anything outside the transaction.
   * @throws Error when called inside another transaction, which could take the last connection and wait for itself.
   */
  transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    if (!isUuid(actor.tenantId)) throw new Error('The actor has no valid tenant.');
    const mode = options.readOnly ? 'BEGIN READ ONLY' : 'BEGIN';
    return this.attempt(async () => {
      let committed: Tx | undefined;
      // the id was checked to be a uuid; SET LOCAL takes no parameters, and set_config() does not reach Citus workers
      const begin = `${mode}; SET LOCAL app.tenant_id = '${actor.tenantId}'`;
      const result = await inTransaction(
        this.source,
        { begin, readOnly: Boolean(options.readOnly) },
        async (runner) => {
          const tx = new Tx(actor, this.clock.now(), runner, this.rules);
          const value = await work(tx);
          if (!options.readOnly) for (const hook of this.hooks) await hook.beforeCommit(tx, tx.changes);
          committed = tx;
          return value;
        },
      );
      if (committed && !options.readOnly) for (const hook of this.hooks) hook.afterCommit?.(committed);
      return result;
    });
  }

  /** Runs `work` in a read-only transaction of the actor's tenant. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(actor, work, { readOnly: true });
  }

  /** Runs `work` outside any tenant, on a path that is listed in `SYSTEM_PATHS`. */
  system<T>(path: SystemPath, work: (tx: SystemTx) => Promise<T>): Promise<T> {
    return this.attempt(() =>
      inTransaction(this.source, { begin: `BEGIN; SET LOCAL app.system = '${path}'`, readOnly: false }, (runner) =>
        work(new SystemTx(runner, this.clock.now())),
      ),
    );
  }

  /** Closes the connections. */
  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async attempt<T>(run: () => Promise<T>): Promise<T> {
    if (this.open.getStore()) throw new Error('A transaction is already open here: pass its tx on instead.');
    for (let attempt = 1; ; attempt++)
      try {
        return await this.open.run(true, run);
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRIED.has((error as { code?: string }).code ?? '')) throw error;
      }
  }
}
