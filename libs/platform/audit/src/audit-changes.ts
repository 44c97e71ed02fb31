import { seal, unseal } from '@platform/config';
import { isAudited, personalColumns, type RowChange } from '@platform/database';
import type { KeysByPerson } from './person-keys';

/** A value before and after. */
export type BeforeAfter = [unknown, unknown];

/** A personal value: encrypted `BeforeAfter`, or null when the person's key had been destroyed before. */
export interface SealedValue {
  person: string;
  sealed: string | null;
}

/** What the log keeps of one row, by property. */
export type StoredChanges = Record<string, BeforeAfter | SealedValue>;

/** One row's change in one commit. */
export interface MergedChange {
  entity: RowChange['entity'];
  table: string;
  id: string;
  kind: RowChange['kind'];
  fields: Map<string, BeforeAfter>;
  row: RowChange['row'];
}

/** One change for each row: what a commit made of it, whatever happened in between. Rows that are no more and were not before are left out. */
export function mergeChanges(changes: readonly RowChange[]): MergedChange[] {
  const byRow = new Map<string, MergedChange>();
  for (const change of changes.filter(({ entity }) => isAudited(entity))) {
    const key = `${change.table} ${change.id}`;
    const merged = byRow.get(key);
    if (!merged) byRow.set(key, { ...change, fields: fieldsOf(change) });
    else if (merged.kind === 'insert' && change.kind === 'delete') byRow.delete(key);
    else extend(merged, change);
  }
  return [...byRow.values()];
}

function fieldsOf({ before, after }: RowChange): Map<string, BeforeAfter> {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const pairs = [...names].map((name): [string, BeforeAfter] => [
    name,
    [before?.[name] ?? null, after?.[name] ?? null],
  ]);
  return new Map(pairs.filter(([, [was, is]]) => was !== null || is !== null));
}

function extend(merged: MergedChange, change: RowChange): void {
  for (const [name, [was, is]] of fieldsOf(change)) {
    const first = merged.fields.get(name)?.[0];
    merged.fields.set(name, [first === undefined ? (merged.kind === 'insert' ? null : was) : first, is]);
  }
  if (change.kind === 'delete') merged.kind = 'delete';
  merged.row = change.row;
}

/** The person whose key protects a column, if the column is personal. */
export function personOf(change: MergedChange, field: string): string | undefined {
  const property = personalColumns(change.entity).get(field);
  if (property === undefined) return undefined;
  const owner = property === 'id' ? change.id : change.row[property];
  return typeof owner === 'string' ? owner : change.id; // nobody known yet, as with an invitation: the row's own key
}

/** All persons whose keys are needed to write these changes. */
export function personsIn(changes: MergedChange[]): string[] {
  return changes.flatMap((change) => [...change.fields.keys()].flatMap((field) => personOf(change, field) ?? []));
}

/** What goes into the log: personal values encrypted, the rest as it is. */
export function toStore(change: MergedChange, keys: KeysByPerson): StoredChanges {
  const entries = [...change.fields].map(([field, values]): [string, BeforeAfter | SealedValue] => {
    const person = personOf(change, field);
    if (person === undefined) return [field, values];
    const key = keys.get(person);
    return [field, { person, sealed: key ? seal(key, JSON.stringify(values)).toString('base64url') : null }];
  });
  return Object.fromEntries(entries);
}

/** One field of a change as it is shown. */
export interface ShownChange {
  field: string;
  before: unknown;
  after: unknown;
  /** Whether the value was deleted together with the person's key. */
  deleted: boolean;
}

/** The changes in clear, as far as the keys are there. */
export function toShow(changes: StoredChanges, keys: KeysByPerson): ShownChange[] {
  return Object.entries(changes).map(([field, value]) => {
    if (Array.isArray(value)) return { field, before: value[0], after: value[1], deleted: false };
    const key = keys.get(value.person);
    if (!key || value.sealed === null) return { field, before: null, after: null, deleted: true };
    const [before, after] = JSON.parse(unseal(key, Buffer.from(value.sealed, 'base64url'))) as BeforeAfter;
    return { field, before, after, deleted: false };
  });
}

/** All persons whose keys are needed to read these changes. */
export function personsNeeded(changes: StoredChanges): string[] {
  return Object.values(changes).flatMap((value) => (Array.isArray(value) ? [] : [value.person]));
}
