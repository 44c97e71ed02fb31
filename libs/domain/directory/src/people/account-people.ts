import { Injectable } from '@nestjs/common';
import { type HeldGrant, type HeldTenant, PeopleSource } from '@platform/auth';
import { Actor } from '@platform/context';
import { Database } from '@platform/database';
import { Tenants } from '../tenants';
import { TenantsOfAccount } from './tenants-of-account';

type HeldRow = Omit<HeldGrant, 'tenant'> & { personId: string };

const HELD = `select p.id as "personId", g.role, g.scope, g.scope_id as "scopeId",
    g.ends_on as until
  from tenant t
  join person p on p.tenant_id = $1 and p.account_id = $2 and p.status = 'active'
  join access_grant g on g.tenant_id = $1 and g.person_id = p.id and g.ended_at is null
    and g.starts_on <= ($3::timestamptz at time zone t.time_zone)::date
    and (g.ends_on is null or g.ends_on >= ($3::timestamptz at time zone t.time_zone)::date)
  where t.id = $1 order by g.role, g.scope, g.id`;

/** Tells sign-in which tenants an account may enter: each tenant is asked by itself, under its own isolation. */
@Injectable()
export class AccountPeople extends PeopleSource {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly account: TenantsOfAccount,
  ) {
    super();
  }

  async tenantsOf(accountId: string): Promise<HeldTenant[]> {
    const held: HeldTenant[] = [];
    for (const id of await this.account.ids(accountId)) {
      const rows = await this.database.read(Actor.system(id, 'sign-in'), (tx) =>
        tx.query<HeldRow>(HELD, [id, accountId, tx.now]),
      );
      if (rows.length > 0) held.push(await this.heldTenant(id, rows));
    }
    return held;
  }

  private async heldTenant(id: string, rows: HeldRow[]): Promise<HeldTenant> {
    const { slug, name } = await this.tenants.byId(id);
    const [{ personId }] = rows;
    const grants = rows.map(({ role, scope, scopeId, until }) => ({ tenant: slug, role, scope, scopeId, until }));
    return { slug, name, personId, roles: [...new Set(rows.map((row) => row.role))], grants };
  }
}
