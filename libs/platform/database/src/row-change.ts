import type { Tx } from './tx';
import type { TenantRow } from './tenant-row';

/** One row written in a transaction. Values are keyed by property name. */
export interface RowChange {
  entity: new () => TenantRow;
  /** Table name, which is also the kind of record in the audit log and the thread. */
  table: string;
  id: string;
  kind: 'insert' | 'update' | 'delete';
  /** Only the changed columns for an update. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** The whole row as it was written or deleted. */
  row: Readonly<Record<string, unknown>>;
}

/** Something that must be written in the commit of every change: the audit log, an idempotency claim. */
export abstract class CommitHook {
  /** Called once, just before COMMIT, with all rows that were written. Throwing rolls everything back. */
  abstract beforeCommit(tx: Tx, changes: readonly RowChange[]): Promise<void>;

  /** Called after COMMIT, when the change is visible to everybody. Must not fail. */
  afterCommit?(tx: Tx): void;
}
