import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import { newId, NotFound, StaleVersion } from '@platform/context';
import type { TenantRow } from './tenant-row';
import type { Tx } from './tx';

type EntityClass<E> = new () => E;
type Values = Record<string, unknown>;

/** How a row is looked up: the relations to load, and the version that the caller has seen. */
export interface Found {
  relations?: string[];
  version?: number;
}

const BATCH = 500;
const OWN_COLUMNS = ['tenantId', 'id', 'version', 'createdAt', 'updatedAt'];

/** The rows of one table in one transaction; every statement names the tenant, every change is recorded. */
export class TenantRows<E extends TenantRow> {
  private readonly metadata: EntityMetadata;

  constructor(
    private readonly tx: Tx,
    private readonly manager: EntityManager,
    private readonly entity: EntityClass<E>,
  ) {
    this.metadata = manager.connection.getMetadata(entity);
  }

  /** Makes other writers of this row wait until the commit. @throws NotFound */
  async lock(id: string): Promise<void> {
    const rows = await this.tx.query(
      `select 1 from "${this.metadata.tableName}" where tenant_id = $1 and id = $2 for update`,
      [this.tx.tenantId, id],
    );
    if (rows.length === 0) throw this.missing();
  }

  /** Loads a row whether or not the actor may read it: for rules, never for output. @throws NotFound */
  async get(id: string, relations?: Found['relations']): Promise<E> {
    const [row] = await this.find({ id }, relations);
    if (!row) throw this.missing();
    return row;
  }

  /** Loads rows by equal columns (an array means: one of these), for rules, never for output. */
  async find(where: Values, relations?: Found['relations']): Promise<E[]> {
    const query = this.manager
      .createQueryBuilder(this.entity, 'row')
      .where('row.tenantId = :tenantId', { tenantId: this.tx.tenantId });
    Object.entries(where).forEach(([property, value], index) => {
      if (value === null) query.andWhere(`row.${property} is null`);
      else if (Array.isArray(value)) query.andWhere(`row.${property} = any(:w${index})`, { [`w${index}`]: value });
      else query.andWhere(`row.${property} = :w${index}`, { [`w${index}`]: value });
    });
    relations?.forEach((relation) => query.leftJoinAndSelect(`row.${relation}`, relation));
    const rows = await query.getMany();
    rows.forEach((row) => this.remember(row));
    return rows;
  }

  /** Loads a row that the actor may read. @throws NotFound when it is absent or not visible; StaleVersion */
  async visible(id: string, found: Found = {}): Promise<E> {
    const query = this.tx.readable(this.entity, 'row').where('row.id = :rowId', { rowId: id });
    found.relations?.forEach((relation) => query.leftJoinAndSelect(`row.${relation}`, relation));
    const row = await query.getOne();
    if (!row) throw this.missing();
    if (found.version !== undefined && found.version !== row.version) throw new StaleVersion(row.version);
    return this.remember(row);
  }

  /** Locks a row, then loads it as `visible` does: the start of every change. @throws NotFound, StaleVersion */
  async forChange(id: string, found: Found = {}): Promise<E> {
    const locked = this.lock(id); // two statements, one packet: a lock and a join in one statement would read old rows
    const [, row] = await Promise.all([locked, this.visible(id, found)]);
    return row;
  }

  /** Inserts one row; key, version and times are set here. Returns the row. */
  async insert(values: Partial<E>): Promise<E> {
    const [row] = await this.insertAll([values]);
    return row;
  }

  /** Inserts many rows in few statements. */
  async insertAll(list: Partial<E>[]): Promise<E[]> {
    const rows: E[] = [];
    for (let start = 0; start < list.length; start += BATCH) {
      const batch = list.slice(start, start + BATCH).map((values) => this.fresh(values));
      await this.manager
        .createQueryBuilder()
        .insert()
        .into(this.entity)
        .values(batch as ObjectLiteral[] as never)
        .updateEntity(false)
        .execute();
      batch.forEach((row) => {
        this.tx.record({ ...this.change(row, 'insert'), before: null, after: this.content(row) });
        this.remember(row);
      });
      rows.push(...batch);
    }
    return rows;
  }

  /**
   * Writes the columns that differ from what was loaded, if nobody changed the row since.
   * @throws StaleVersion
   */
  async update(row: E): Promise<E> {
    const before = this.tx.snapshots.get(row);
    if (!before) throw new Error(`${this.metadata.name} was not loaded in this transaction.`);
    const changed = this.columns().filter((name) => !same(before[name], (row as Values)[name]));
    if (changed.length === 0) return row;
    const patch: Values = Object.fromEntries(changed.map((name) => [name, (row as Values)[name] ?? null]));
    const result = await this.manager
      .createQueryBuilder()
      .update(this.entity)
      .set({ ...patch, version: row.version + 1, updatedAt: this.tx.now } as never)
      .where('tenant_id = :tenantId and id = :id and version = :version', {
        tenantId: this.tx.tenantId,
        id: row.id,
        version: row.version,
      })
      .execute();
    if (result.affected !== 1) throw new StaleVersion(row.version);
    this.tx.record({ ...this.change(row, 'update'), before: pick(before, changed), after: patch });
    Object.assign(row, { version: row.version + 1, updatedAt: this.tx.now });
    this.remember(row);
    return row;
  }

  /** Deletes a row that was loaded in this transaction. */
  async delete(row: E): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .delete()
      .from(this.entity)
      .where('tenant_id = :tenantId and id = :id', { tenantId: this.tx.tenantId, id: row.id })
      .execute();
    this.tx.record({ ...this.change(row, 'delete'), before: this.content(row), after: null });
  }

  private missing(): NotFound {
    return new NotFound(this.metadata.tableName.replaceAll('_', ' '));
  }

  private fresh(values: Partial<E>): E {
    const row = this.manager.create(this.entity, values as never) as E;
    const { tenantId, now } = this.tx;
    return Object.assign(row, { tenantId, id: values.id ?? newId(), version: 1, createdAt: now, updatedAt: now });
  }

  private columns(): string[] {
    return this.metadata.columns.map((column) => column.propertyName).filter((name) => !OWN_COLUMNS.includes(name));
  }

  private content(row: E): Values {
    return pick(row as Values, this.columns());
  }

  private remember(row: E): E {
    this.tx.snapshots.set(row, structuredClone(this.content(row)));
    return row;
  }

  private change(row: E, kind: 'insert' | 'update' | 'delete') {
    return { entity: this.entity as never, table: this.metadata.tableName, id: row.id, kind, row: row as Values };
  }
}

function pick(values: Values, names: string[]): Values {
  return Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));
}

function same(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
}
