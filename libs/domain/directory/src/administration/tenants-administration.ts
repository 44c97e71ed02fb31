import { Injectable } from '@nestjs/common';
import { Actor, Conflict, isUuid, newId, NotFound, StaleVersion } from '@platform/context';
import { Database } from '@platform/database';
import { type ListQuery, Unreadable } from '@platform/http';
import { InvitationsService } from '../invitations/invitations.service';
import type { Tenant } from '../tenant';
import { type TenantChange, Tenants } from '../tenants';
import type { CreateTenantRequest } from './dto/tenant.request';

/** 409: the name in addresses is taken. */
export class TenantExists extends Conflict {
  constructor(slug: string) {
    super('directory.tenant-exists', `There is already a tenant "${slug}": choose another name for addresses.`);
  }
}

/** 409: it is suspended or active already. */
export class TenantStatusUnchanged extends Conflict {
  constructor(status: string) {
    super('directory.tenant-status', `This tenant is ${status} already.`);
  }
}

/** Who makes and changes tenants: a platform administrator, or the command line. */
export type Administrator = { accountId?: string; via: string };

/** Makes, renames and suspends tenants without seeing any of their records. */
@Injectable()
export class TenantsAdministration {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly invitations: InvitationsService,
  ) {}

  /** One page of the tenants, by name. @throws Unreadable */
  async list({
    limit = 25,
    cursor,
    sort = 'name',
  }: ListQuery): Promise<{ items: Tenant[]; nextCursor: string | null; total: number }> {
    if (sort !== 'name') throw new Unreadable('This list can be sorted by name only.', 'sort');
    const all = await this.tenants.all(); // tenants are few: every request goes by one
    const after = cursor ? all.findIndex((tenant) => tenant.id === cursor) : -1;
    if (cursor && after < 0) throw new Unreadable('This cursor does not belong to this list: start again.', 'cursor');
    const items = all.slice(after + 1, after + 1 + limit);
    const nextCursor = after + 1 + limit < all.length ? items.at(-1)!.id : null;
    return { items, nextCursor, total: all.length };
  }

  /** One tenant. @throws NotFound */
  async one(id: string): Promise<Tenant> {
    const tenant = isUuid(id) && (await this.tenants.all()).find((other) => other.id === id);
    if (!tenant) throw new NotFound('tenant');
    return tenant;
  }

  /** Makes a tenant and invites its first state administrator. Answers the invitation's link too. @throws TenantExists */
  async create(by: Administrator, request: CreateTenantRequest): Promise<{ tenant: Tenant; link: string }> {
    const { firstAdmin, ...values } = request;
    const actor = new Actor({ kind: 'system', tenantId: newId(), ...by });
    const link = await this.database
      .transaction(actor, async (tx) => {
        await this.tenants.insert(tx, values);
        return (await this.invitations.inviteIn(tx, { ...firstAdmin, role: 'state_admin', scope: 'tenant' })).link;
      })
      .catch((error: { constraint?: string }) => {
        throw error.constraint === 'tenant_slug_key' ? new TenantExists(values.slug) : error;
      });
    return { tenant: await this.one(actor.tenantId), link };
  }

  /** Renames a tenant. @throws NotFound, StaleVersion */
  rename(by: Administrator, id: string, version: number, name: string | undefined): Promise<Tenant> {
    return this.change(by, id, (tenant) => {
      if (tenant.version !== version) throw new StaleVersion(tenant.version);
      return name === undefined || name === tenant.name ? null : { name };
    });
  }

  /** Closes a tenant to everybody at once, or opens it again. @throws NotFound, TenantStatusUnchanged */
  setStatus(by: Administrator, id: string, status: Tenant['status']): Promise<Tenant> {
    return this.change(by, id, (tenant) => {
      if (tenant.status === status) throw new TenantStatusUnchanged(status);
      return { status };
    });
  }

  private async change(
    by: Administrator,
    id: string,
    decide: (tenant: Tenant) => TenantChange | null,
  ): Promise<Tenant> {
    await this.one(id);
    await this.database.transaction(new Actor({ kind: 'system', tenantId: id, ...by }), async (tx) => {
      const tenant = await this.tenants.lock(tx);
      const change = decide(tenant);
      if (change) await this.tenants.change(tx, tenant, change);
    });
    this.tenants.forget();
    return this.one(id);
  }
}
