import { Injectable } from '@nestjs/common';
import { Actor } from '@platform/context';
import { Database, SharedCache, type SystemTx, TenantRow, type Tx } from '@platform/database';
import type { Tenant } from './tenant';

const COLUMNS = 'id, slug, name, time_zone as "timeZone", status, demo, version';
const GROUP = 'tenants';

/** What of a tenant can change. */
export type TenantChange = Partial<Pick<Tenant, 'name' | 'timeZone' | 'status'>>;

/** Stands for the tenant's own row in its audit log; the table is global and has no entity. */
class TenantRecord extends TenantRow {}

/** The tenants of this installation: a small table that every request needs, so it is remembered until it changes. */
@Injectable()
export class Tenants {
  constructor(
    private readonly database: Database,
    private readonly cache: SharedCache,
  ) {}

  /** The tenant with this name in addresses, or null. */
  bySlug(slug: string): Promise<Tenant | null> {
    return this.cache.get(GROUP, slug, () => this.one('slug', slug));
  }

  /** @throws Error when there is none: only for ids that come from the database itself. */
  async byId(id: string): Promise<Tenant> {
    const tenant = await this.cache.get(GROUP, id, () => this.one('id', id));
    if (!tenant) throw new Error('There is no such tenant.');
    return tenant;
  }

  /** All tenants by name, for platform administrators and for sweeps that visit one tenant after the other. */
  all(): Promise<Tenant[]> {
    return this.read((tx) => tx.query<Tenant>(`select ${COLUMNS} from tenant order by name, id`));
  }

  /** The row of the transaction's tenant, locked until the commit. */
  async lock(tx: Tx): Promise<Tenant> {
    const [tenant] = await tx.query<Tenant>(`select ${COLUMNS} from tenant where id = $1 for update`, [tx.tenantId]);
    return tenant;
  }

  /** Adds the tenant of a transaction, with its first trace in the audit log. Refused by the database for a taken slug. */
  async insert(tx: Tx, tenant: Pick<Tenant, 'slug' | 'name' | 'timeZone'>): Promise<void> {
    const { slug, name, timeZone } = tenant;
    await tx.query(
      `insert into tenant (id, slug, name, time_zone, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)`,
      [tx.tenantId, slug, name, timeZone, tx.now],
    );
    this.record(tx, 'insert', null, { slug, name, timeZone, status: 'active' });
  }

  /** Changes a locked tenant; every process knows with the commit. */
  async change(tx: Tx, before: Tenant, change: TenantChange): Promise<void> {
    const { name, timeZone, status } = { ...before, ...change };
    await tx.query(
      `update tenant set name = $2, time_zone = $3, status = $4, version = version + 1, updated_at = $5 where id = $1`,
      [before.id, name, timeZone, status, tx.now],
    );
    const former = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof Tenant]]));
    this.record(tx, 'update', former, change);
    await this.cache.forget(tx, GROUP);
  }

  /** Forgets what is remembered, after a change. */
  forget(): void {
    this.cache.forgetHere(GROUP);
  }

  /** The platform itself in every active tenant, one after the other. */
  async systemActors(via: string): Promise<Actor[]> {
    return (await this.all())
      .filter((tenant) => tenant.status === 'active')
      .map((tenant) => Actor.system(tenant.id, via));
  }

  private async one(column: 'id' | 'slug', value: string): Promise<Tenant | null> {
    const sql = `select ${COLUMNS} from tenant where ${column} = $1`;
    const [tenant] = await this.read((tx) => tx.query<Tenant>(sql, [value]));
    return tenant ?? null;
  }

  private record(tx: Tx, kind: 'insert' | 'update', before: object | null, after: object): void {
    tx.record({
      entity: TenantRecord,
      table: 'tenant',
      id: tx.tenantId,
      kind,
      row: {},
      before: before && { ...before },
      after: { ...after },
    });
  }

  private read<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
    return this.database.system('tenants', work);
  }
}
