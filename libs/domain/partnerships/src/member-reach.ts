import { Injectable } from '@nestjs/common';
import { type PartnershipsBelow, PartnershipReach, type ScopeNode } from '@domain/directory';
import type { Tx } from '@platform/database';
import { Partnership } from './partnership.entity';

interface BelowRow {
  scope_id: string;
  partnership_ids: string[] | null;
  organization_ids: string[] | null;
}

const BELOW = `
  with node as (
    select * from unnest($3::text[], $4::uuid[]) as n (scope, scope_id)
  ), reached as (
    select n.scope_id, p.id as partnership_id, n.scope from node n
    join partnership p on p.tenant_id = $1 and
      ((n.scope = 'partnership' and p.id = n.scope_id) or (n.scope = 'region' and p.region_id = n.scope_id))
    union
    select o.scope_id, m.partnership_id, 'organization' from unnest($5::uuid[], $6::uuid[]) as o (scope_id, organization_id)
    join partnership_member m on m.tenant_id = $1 and m.organization_id = o.organization_id
      and m.starts_on <= $2 and (m.ends_on is null or m.ends_on >= $2)
  )
  select r.scope_id, array_agg(distinct r.partnership_id) as partnership_ids,
    array_agg(distinct m.organization_id) filter (where r.scope = 'partnership') as organization_ids
  from reached r
  left join partnership_member m on m.tenant_id = $1 and m.partnership_id = r.partnership_id
    and m.starts_on <= $2 and (m.ends_on is null or m.ends_on >= $2)
  group by r.scope_id`;

/** Partnerships below a scope, worked out from today's members. */
@Injectable()
export class MemberReach extends PartnershipReach {
  async below(tx: Tx, scopes: ScopeNode[], today: string): Promise<Map<string, PartnershipsBelow>> {
    const pairs = scopes.flatMap((node) => node.organizationIds.map((id) => [node.scopeId, id]));
    const rows = await tx.query<BelowRow>(BELOW, [
      tx.tenantId,
      today,
      scopes.map((node) => node.scope),
      scopes.map((node) => node.scopeId),
      pairs.map(([scopeId]) => scopeId),
      pairs.map(([, organizationId]) => organizationId),
    ]);
    return new Map(
      rows.map((row) => [
        row.scope_id,
        { partnershipIds: row.partnership_ids ?? [], organizationIds: row.organization_ids ?? [] },
      ]),
    );
  }

  async names(tx: Tx, ids: string[]): Promise<Map<string, string>> {
    const rows = ids.length > 0 ? await tx.rows(Partnership).find({ id: ids }) : [];
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
