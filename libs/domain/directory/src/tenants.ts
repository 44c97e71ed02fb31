import { Injectable } from '@nestjs/common';
import { Actor } from '@platform/context';
import { Database, type SystemTx } from '@platform/database';
import type { Tenant } from './tenant';

const COLUMNS = 'id, slug, name, time_zone as "timeZone", status, demo, version';
const FRESH_MS = 5_000;

/** The tenants of this installation: a small table that every request needs, so it is remembered for a few seconds. */
@Injectable()
export class Tenants {
  private readonly known = new Map<string, { tenant: Tenant; readAt: number }>();

  constructor(private readonly database: Database) {}

  /** The tenant with this name in addresses, or null. */
  async bySlug(slug: string): Promise<Tenant | null> {
    const remembered = this.known.get(slug);
    if (remembered && performance.now() - remembered.readAt < FRESH_MS) return remembered.tenant;
    const [tenant] = await this.read((tx) => tx.query<Tenant>(`select ${COLUMNS} from tenant where slug = $1`, [slug]));
    if (tenant) this.known.set(slug, { tenant, readAt: performance.now() });
    else this.known.delete(slug);
    return tenant ?? null;
  }

  /** @throws Error when there is none: only for ids that come from the database itself. */
  async byId(id: string): Promise<Tenant> {
    const [tenant] = await this.read((tx) => tx.query<Tenant>(`select ${COLUMNS} from tenant where id = $1`, [id]));
    if (!tenant) throw new Error('There is no such tenant.');
    return tenant;
  }

  /** All tenants by name, for platform administrators and for sweeps that visit one tenant after the other. */
  all(): Promise<Tenant[]> {
    return this.read((tx) => tx.query<Tenant>(`select ${COLUMNS} from tenant order by name, id`));
  }

  /** Forgets what is remembered, after a change. */
  forget(): void {
    this.known.clear();
  }

  /** The platform itself in every active tenant, one after the other. */
  async systemActors(via: string): Promise<Actor[]> {
    return (await this.all())
      .filter((tenant) => tenant.status === 'active')
      .map((tenant) => Actor.system(tenant.id, via));
  }

  private read<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
    return this.database.system('tenants', work);
  }
}
