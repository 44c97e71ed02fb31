import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ReadQuery, TenantRow, Tx } from '@platform/database';
import { Unreadable } from './http-errors';
import { type ListQuery, rowsWanted } from './list-query';

/** One page of a list. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number;
  /** False when there are more than 10,000: `total` is then 10,000. */
  totalIsExact: boolean;
}

/** A field that a list can be sorted by. */
export interface SortField<Row> {
  /** `alias.property`, or an SQL expression for raw rows. */
  by: string;
  /** The field's value in a loaded row, for the cursor. */
  of: (row: Row) => unknown;
  /** Whether the column may be null; nulls come last. */
  nullable?: boolean;
}

/** How a list is sorted. Rows are always told apart by their id in the end. */
export interface PageSpec<Row> {
  sort: Record<string, SortField<Row>>;
  /** As in `?sort=`. */
  defaultSort: string;
  /** `alias.id` */
  idColumn: string;
  idOf: (row: Row) => string;
  /** True when the query selects columns by name instead of entities. */
  raw?: boolean;
}

type Key<Row> = SortField<Row> & { down: boolean };

const COUNT_AT_MOST = 10_000;

/** Reads one page by keyset: as fast on the last page as on the first, and stable while rows come and go. */
export async function readPage<Row extends object, E extends TenantRow>(
  tx: Tx,
  query: ReadQuery<E>,
  list: ListQuery,
  spec: PageSpec<Row>,
): Promise<Page<Row>> {
  const sort = list.sort ?? spec.defaultSort;
  const keys = sortKeys(sort, spec);
  const wanted = rowsWanted(list);
  const base = query as unknown as SelectQueryBuilder<ObjectLiteral>;
  const rowsQuery = base.clone();
  if (list.cursor) after(rowsQuery, keys, readCursor(list.cursor, sort, keys.length));
  keys.forEach((key) =>
    rowsQuery.addOrderBy(key.by, key.down ? 'DESC' : 'ASC', key.nullable ? 'NULLS LAST' : undefined),
  );
  rowsQuery.limit(wanted + 1);
  const [rows, total] = await Promise.all([
    (spec.raw ? rowsQuery.getRawMany() : rowsQuery.getMany()) as Promise<Row[]>,
    list.total === 'none' ? null : countRows(tx, base),
  ]);
  const items = rows.slice(0, wanted);
  const last = items.at(-1);
  const nextCursor =
    rows.length > wanted && last
      ? writeCursor(
          sort,
          keys.map((key) => key.of(last)),
        )
      : null;
  const counted = total !== null && total <= COUNT_AT_MOST;
  return { items, nextCursor, total: Math.min(total ?? 0, COUNT_AT_MOST), totalIsExact: counted };
}

/** The same page with each row turned into something else. */
export function mapPage<A, B>(page: Page<A>, map: (row: A) => B): Page<B> {
  return { ...page, items: page.items.map(map) };
}

async function countRows(tx: Tx, query: SelectQueryBuilder<ObjectLiteral>): Promise<number> {
  const [sql, params] = query
    .clone()
    .select('1')
    .orderBy()
    .limit(COUNT_AT_MOST + 1)
    .getQueryAndParameters();
  const [{ n }] = await tx.query<{ n: number }>(`select count(*) as n from (${sql}) counted`, params);
  return n;
}

function sortKeys<Row>(sort: string, spec: PageSpec<Row>): Key<Row>[] {
  const named = sort.split(',').map((part) => {
    const name = part.trim().replace(/^-/, '');
    const field = Object.hasOwn(spec.sort, name) ? spec.sort[name] : undefined;
    if (!field)
      throw new Unreadable(
        `This list cannot be sorted by "${name}"; it can by ${Object.keys(spec.sort).join(', ')}.`,
        'sort',
      );
    return { ...field, down: part.trim().startsWith('-') };
  });
  return [...named, { by: spec.idColumn, of: spec.idOf, down: named.at(-1)?.down ?? false }];
}

function writeCursor(sort: string, values: unknown[]): string {
  return Buffer.from(JSON.stringify([sort, ...values])).toString('base64url');
}

function readCursor(cursor: string, sort: string, length: number): unknown[] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parts = undefined;
  }
  const plain = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);
  if (!Array.isArray(parts) || parts.length !== length + 1 || parts[0] !== sort || !parts.every(plain))
    throw new Unreadable(
      'This cursor does not belong to this list and order: start again from the first page.',
      'cursor',
    );
  return parts.slice(1);
}

/** Rows behind the cursor. One row comparison where an index can serve it, else key by key. */
function after<Row>(query: SelectQueryBuilder<ObjectLiteral>, keys: Key<Row>[], values: unknown[]): void {
  const params = Object.fromEntries(values.map((value, index) => [`after${index}`, value]));
  const simple = keys.every((key) => !key.nullable && key.down === keys[0].down);
  if (simple) {
    const left = keys.map((key) => key.by).join(', ');
    const right = keys.map((_, index) => `:after${index}`).join(', ');
    query.andWhere(`(${left}) ${keys[0].down ? '<' : '>'} (${right})`, params);
    return;
  }
  const branches = keys.map((_, index) => {
    const equal = keys
      .slice(0, index)
      .map((key, i) => (values[i] === null ? `${key.by} is null` : `${key.by} = :after${i}`));
    return `(${[...equal, beyond(keys[index], values[index], index)].join(' and ')})`;
  });
  query.andWhere(`(${branches.join(' or ')})`, params);
}

function beyond<Row>(key: Key<Row>, value: unknown, index: number): string {
  if (value === null) return 'false'; // nulls come last: nothing lies behind them but other ids
  const further = `${key.by} ${key.down ? '<' : '>'} :after${index}`;
  return key.nullable ? `(${further} or ${key.by} is null)` : further;
}
