import { Injectable } from '@nestjs/common';
import { currentRequest, newId } from '@platform/context';
import { CommitHook, type RowChange, type Tx } from '@platform/database';
import { type MergedChange, mergeChanges, personsIn, toStore } from './audit-changes';
import { type KeysByPerson, PersonKeys } from './person-keys';

const BATCH = 200;
const COLUMNS = [
  'id',
  'tenant_id',
  'created_at',
  'updated_at',
  'operation',
  'actor_kind',
  'account_id',
  'person_id',
  'via',
  'request_id',
  'record_kind',
  'record_id',
  'change_kind',
  'changes',
];

/** Writes what changed into the audit log, in the same commit: no change without its trace, no trace without a change. */
@Injectable()
export class AuditWriter extends CommitHook {
  constructor(private readonly keys: PersonKeys) {
    super();
  }

  /** @inheritdoc */
  async beforeCommit(tx: Tx, changes: readonly RowChange[]): Promise<void> {
    const merged = mergeChanges(changes);
    if (merged.length === 0) return;
    const keys = await this.keys.forWriting(tx, personsIn(merged));
    const common = commonValues(tx);
    const rows = merged.map((change) => [newId(), ...common, ...ownValues(change, keys)]);
    const batches = Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, n) =>
      rows.slice(n * BATCH, (n + 1) * BATCH),
    );
    await Promise.all([...batches.map((batch) => insert(tx, batch)), noteUnsealed(tx, rows)]);
  }
}

function commonValues(tx: Tx): unknown[] {
  const { kind, accountId, personId, via } = tx.actor;
  const request = currentRequest();
  const who = [request?.operation ?? via, kind, accountId ?? null, personId ?? null, via, request?.requestId ?? null];
  return [tx.tenantId, tx.now, tx.now, ...who];
}

function ownValues(change: MergedChange, keys: KeysByPerson): unknown[] {
  return [change.table, change.id, change.kind, JSON.stringify(toStore(change, keys))];
}

function insert(tx: Tx, rows: unknown[][]): Promise<unknown> {
  const places = rows.map((_, r) => `(${COLUMNS.map((__, c) => `$${r * COLUMNS.length + c + 1}`).join(',')})`);
  return tx.query(`insert into audit_event (${COLUMNS.join(',')}) values ${places.join(',')}`, rows.flat());
}

/** Tells the sealing job; in the same commit, so that no row is overlooked, however late it commits. */
function noteUnsealed(tx: Tx, rows: unknown[][]): Promise<unknown> {
  const ids = rows.map(([id]) => id);
  return tx.query('insert into audit_unsealed (tenant_id, id, event_ids) values ($1, $2, $3)', [
    tx.tenantId,
    ids[0],
    ids,
  ]);
}
