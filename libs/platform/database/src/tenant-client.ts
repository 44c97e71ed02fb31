import { createHash } from 'node:crypto';
import * as pg from 'pg';

const STATEMENT_NAMES_AT_MOST = 2000;
const names = new Map<string, string>();

/** A stable name for a statement's text, so that the server plans it once for each connection. */
function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= STATEMENT_NAMES_AT_MOST) return known;
  const name = `q${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

interface Corkable {
  cork(): void;
  uncork(): void;
}

type AnyQuery = (...args: unknown[]) => Promise<pg.QueryResult>;

/**
 * A connection that sends BEGIN and the tenant in the same packet as the first query, and prepares each parameterized
 * statement once. Without it every use case would pay two more round trips.
 */
export class TenantClient extends pg.Client {
  private begin?: string;

  /** Remembers the opening statements; nothing is sent before the first query. */
  open(begin: string): void {
    this.begin = begin;
  }

  /**
   * Ends the transaction.
   * @throws Error when the server answers COMMIT with ROLLBACK because an earlier error was swallowed.
   */
  async finish(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (this.begin !== undefined) {
      this.begin = undefined; // nothing was sent
      return;
    }
    const result = await this.send(how);
    if (how === 'COMMIT' && result.command !== 'COMMIT')
      throw new Error('The transaction was rolled back: an earlier statement in it failed.');
  }

  /** Ends a transaction that wrote nothing, without waiting: what it read is known already. */
  endRead(): void {
    if (this.begin === undefined) this.send('COMMIT').catch(() => undefined); // a lost connection leaves the pool by itself
    this.begin = undefined;
  }

  private send(...args: unknown[]): Promise<pg.QueryResult> {
    return (super.query as unknown as AnyQuery).apply(this, args);
  }

  // TypeORM calls exactly query(text, values)
  override query(...args: unknown[]): never {
    return this.dispatch(args) as never;
  }

  private dispatch(args: unknown[]): Promise<pg.QueryResult> {
    const [text, values, callback] = args;
    const prepared =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 && typeof callback !== 'function'
        ? [{ name: statementName(text), text, values }]
        : args;
    if (this.begin === undefined) return this.send(...prepared);
    const { stream } = (this as unknown as { connection: { stream: Corkable } }).connection;
    const begin = this.begin;
    this.begin = undefined;
    stream.cork();
    try {
      this.send(begin).catch(() => undefined); // its failure fails the query behind it too
      return this.send(...prepared);
    } finally {
      stream.uncork();
    }
  }
}
