import type { QueryRunner, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '@platform/context';
import type { ReadQuery, ReadRules } from './read-rules';
import type { RowChange } from './row-change';
import { rowsOf } from './system-tx';
import type { TenantRow } from './tenant-row';
import { TenantRows } from './tenant-rows';

type EntityClass<E> = new () => E;

/** One transaction of one actor in one tenant: the only handle on tenant rows. It says who, where and which commit. */
export class Tx {
  /** What was loaded, to know what changed. */
  readonly snapshots = new WeakMap<object, Record<string, unknown>>();
  private readonly written: RowChange[] = [];

  constructor(
    readonly actor: Actor,
    /** The clock's instant at which the transaction began. */
    readonly now: Date,
    private readonly runner: QueryRunner,
    private readonly rules: ReadRules,
  ) {}

  /** The tenant whose rows this transaction sees. */
  get tenantId(): string {
    return this.actor.tenantId;
  }

  /** Rows written so far, for the commit hooks. */
  get changes(): readonly RowChange[] {
    return this.written;
  }

  /** The rows of an entity's table, for changes and for the rules that decide about them. */
  rows<E extends TenantRow>(entity: EntityClass<E>): TenantRows<E> {
    return new TenantRows(this, this.runner.manager, entity);
  }

  /**
   * A query over the rows that the actor may read (or do `action` with). Every list, count and export starts here, so
   * that what is listed and what may be opened never differ.
   */
  readable<E extends TenantRow>(entity: EntityClass<E>, alias: string, action = 'read'): ReadQuery<E> {
    const query = this.runner.manager
      .createQueryBuilder(entity, alias)
      .where(`${alias}.tenantId = :tenantId`, { tenantId: this.tenantId });
    if (this.actor.kind !== 'system') this.rules.restrict(query, this.actor, action, entity);
    return guarded(query);
  }

  /** SQL that the mapper cannot express. The caller names the tenant itself; row level security holds all the same. */
  query<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.runner, sql, params);
  }

  /** Notes a written row for the commit hooks. */
  record(change: RowChange): void {
    this.written.push(change);
  }
}

/** Lets `where` add to the limits instead of replacing them, in copies too; an "or" stays inside its parentheses. */
function guarded<E extends TenantRow>(query: SelectQueryBuilder<E>): ReadQuery<E> {
  const add = query.andWhere.bind(query);
  const enclosed: typeof add = (condition, params) =>
    add(typeof condition === 'string' ? `(${condition})` : condition, params);
  const copy = query.clone.bind(query);
  query.clone = () => guarded(copy()) as never;
  query.where = enclosed;
  query.andWhere = enclosed;
  query.orWhere = () => {
    throw new Error('orWhere would step around the access rules: use where with an "or" inside it.');
  };
  return query;
}
