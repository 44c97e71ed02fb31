import { Injectable } from '@nestjs/common';
import { Config } from '@platform/config';
import { Actor } from '@platform/context';
import { Database } from '@platform/database';
import { Tenants } from '../tenants';
import type { DemoPeopleResponse, DemoPersonResponse } from './demo-people.response';

interface Row {
  email: string;
  name: string;
  organization: string | null;
  roles: string[] | null;
}

const PEOPLE = `
  select p.email, p.display_name as name,
    (select o.name from membership m join organization o on o.tenant_id = m.tenant_id and o.id = m.organization_id
     where m.tenant_id = p.tenant_id and m.person_id = p.id order by m.created_at limit 1) as organization,
    (select array_agg(distinct g.role) from access_grant g where g.tenant_id = p.tenant_id and g.person_id = p.id) as roles
  from person p join account a on a.id = p.account_id and a.password_hash is not null
  where p.tenant_id = $1 and p.demo_key is not null and p.status = 'active' order by p.created_at, p.id`;

/** The people of the demo tenants who can sign in. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly config: Config,
  ) {}

  /** Everybody once, with all their tenants. */
  async all(): Promise<DemoPeopleResponse> {
    const people = new Map<string, DemoPersonResponse>();
    for (const tenant of (await this.tenants.all()).filter((each) => each.demo).reverse()) {
      const actor = Actor.system(tenant.id, 'demo:people');
      const rows = await this.database.read(actor, (tx) => tx.query<Row>(PEOPLE, [tenant.id]));
      for (const row of rows) {
        const known = people.get(row.email);
        if (known) known.tenants.push(tenant.name);
        else people.set(row.email, toResponse(row, tenant.name));
      }
    }
    return { items: [...people.values()], password: this.config.demoPassword ?? '' };
  }
}

function toResponse({ email, name, organization, roles }: Row, tenant: string): DemoPersonResponse {
  return { email, name, organization: organization ?? '', tenants: [tenant], roles: roles ?? [] };
}
