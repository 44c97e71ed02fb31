import type { Tx } from '@platform/database';
import type { ExternalId } from '../external-id';
import type { KnownOrganization } from '../import-plan';

interface Row extends Omit<KnownOrganization, 'address' | 'status' | 'externalIds'> {
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  status: 'active' | 'closed';
  externalIds: ExternalId[] | null;
}

const ALL = `
  select o.id, o.name, o.kind, o.parent_id as "parentId", o.street, o.city, o.state, o.zip, o.county_fips as "countyFips",
    o.phone, o.website, o.status, e.ids as "externalIds"
  from organization o
  left join (select organization_id, json_agg(json_build_object('scheme', scheme, 'value', value)) as ids
             from organization_external_id where tenant_id = $1 group by organization_id) e on e.organization_id = o.id
  where o.tenant_id = $1`;

/** Every organization of the tenant, as an import looks at it. */
export async function knownOrganizations(tx: Tx): Promise<KnownOrganization[]> {
  const rows = await tx.query<Row>(ALL, [tx.tenantId]);
  return rows.map(({ street, city, state, zip, status, externalIds, ...row }) => ({
    ...row,
    address: { street, city, state, zip },
    status: status === 'active' ? 'open' : 'closed',
    externalIds: externalIds ?? [],
  }));
}
