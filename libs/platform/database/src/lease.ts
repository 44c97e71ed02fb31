import type { DataSource, QueryRunner } from 'typeorm';
import type { TenantClient } from './tenant-client';

type OpenRunner = QueryRunner & { connect(): Promise<unknown>; transactionDepth: number; isTransactionActive: boolean };

/** How a transaction begins. */
export interface Opening {
  /** Statements that go out with the first query. */
  begin: string;
  /** Nothing is written: nobody waits for the COMMIT. */
  readOnly: boolean;
}

/**
 * Runs `work` in one transaction on one connection, opened by `begin`. TypeORM gets a lease, not the connection: a query
 * that nobody awaited, or the loser of a Promise.all, must never reach a pooled connection that serves another tenant by
 * then.
 */
export async function inTransaction<T>(
  source: DataSource,
  { begin, readOnly }: Opening,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner() as OpenRunner;
  const connect = runner.connect.bind(runner);
  let client: TenantClient | undefined;
  let opened: Promise<unknown> | undefined;
  let ended = false;
  const over = () => Promise.reject(new Error('The transaction has ended: a query in it was not awaited.'));
  let first: unknown;
  const noted = (error: unknown) => {
    first ??= error;
    throw error;
  };
  runner.connect = () =>
    (opened ??= ended
      ? over()
      : connect().then((connection) => {
          client = connection as TenantClient;
          client.open(begin);
          const leased = client;
          return { query: (...args: unknown[]) => (ended ? over() : leased.query(...args)).catch(noted) };
        }));
  runner.isTransactionActive = true;
  runner.transactionDepth = 1; // nested TypeORM calls then use savepoints
  let broken = false;
  try {
    const result = await work(runner);
    ended = true;
    if (opened) await opened;
    if (readOnly) client?.endRead();
    else await client?.finish('COMMIT');
    return result;
  } catch (error) {
    ended = true;
    await opened?.catch(() => undefined);
    await client?.finish('ROLLBACK').catch(() => {
      broken = true;
    });
    throw isAftermath(error) ? first : error;
  } finally {
    runner.isTransactionActive = false;
    runner.transactionDepth = 0;
    if (opened) await release(runner, client, broken);
  }
}

/** Of queries that were sent together, the second only hears that the transaction is aborted: the first knows why. */
function isAftermath(error: unknown): boolean {
  return (error as { code?: string }).code === '25P02';
}

/** A connection whose ROLLBACK failed is closed, not put back into the pool. */
async function release(runner: OpenRunner, client: TenantClient | undefined, broken: boolean): Promise<void> {
  if (broken) await client?.end().catch(() => undefined);
  await runner.release();
}
