import { Injectable } from '@nestjs/common';
import { Clock } from '@platform/clock';
import { Actor, ALL, type ActorGrant, type GrantScope, type Reach } from '@platform/context';
import { Database, SharedCache, type Tx } from '@platform/database';
import { ActorSource, type Identity } from '@platform/http';
import { accessGroup } from './access-changes';
import { Settings } from './settings/settings';
import { SignInGate, type SignInRules } from './sign-in-gate';
import { Tenants } from './tenants';

/** What the organizations and partnerships below a scope are. Organizations are known here, partnerships above. */
export abstract class PartnershipReach {
  /**
   * Partnerships below each scope: of the region itself, or with a member among `organizationIds`; and the member
   * organizations of a partnership scope. Keyed by the scope's id.
   */
  abstract below(tx: Tx, scopes: ScopeNode[], today: string): Promise<Map<string, PartnershipsBelow>>;

  /** Names of partnerships by id; unknown ids are left out. */
  abstract names(tx: Tx, ids: string[]): Promise<Map<string, string>>;
}

/** A node of the scope tree with the organizations below it. */
export interface ScopeNode {
  scope: Exclude<GrantScope, 'tenant'>;
  scopeId: string;
  organizationIds: string[];
}

/** What lies below one node. */
export interface PartnershipsBelow {
  partnershipIds: string[];
  /** Member organizations, for a partnership scope. */
  organizationIds: string[];
}

/** A person's place in a tenant on one day. */
interface Standing {
  personId: string;
  grants: ActorGrant[];
  signInRules: SignInRules;
}

interface GrantRow {
  role: string;
  scope: GrantScope;
  scope_id: string | null;
  organization_ids: string[] | null;
}

const GRANTS = `
  with recursive granted as (
    select g.role, g.scope, g.scope_id from access_grant g
    where g.tenant_id = $1 and g.person_id = $2 and g.ended_at is null and g.starts_on <= $3
      and (g.ends_on is null or g.ends_on >= $3)
  ), below as (
    select distinct g.scope_id as root, o.id from granted g
    join organization o on o.tenant_id = $1 and
      ((g.scope = 'organization' and o.id = g.scope_id) or (g.scope = 'region' and o.region_id = g.scope_id))
    union
    select b.root, child.id from below b join organization child on child.tenant_id = $1 and child.parent_id = b.id
  )
  select g.role, g.scope, g.scope_id,
    (select array_agg(b.id) from below b where b.root = g.scope_id) as organization_ids
  from granted g`;

/** Builds the actor of an account in a tenant from its access grants of today. */
@Injectable()
export class DirectoryActors extends ActorSource {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly partnerships: PartnershipReach,
    private readonly clock: Clock,
    private readonly cache: SharedCache,
    private readonly gate: SignInGate,
  ) {
    super();
  }

  async actorFor(identity: Identity, tenantSlug: string): Promise<Actor | null> {
    const tenant = await this.tenants.bySlug(tenantSlug);
    if (!tenant || tenant.status !== 'active') return null;
    const today = this.clock.today(tenant.timeZone);
    const standing = await this.cache.get(accessGroup(tenant.id), `${identity.accountId} ${today}`, () =>
      this.database.read(Actor.system(tenant.id, identity.via), (tx) => this.standing(tx, identity.accountId, today)),
    );
    if (!standing) return null;
    const { signInRules, personId, grants } = standing;
    await this.gate.check(signInRules, identity);
    const { accountId, via, scopes } = identity;
    return new Actor({ kind: 'person', tenantId: tenant.id, accountId, via, scopes, personId, grants });
  }

  /** Who the account is in the tenant and what it may reach on that day; null without any access. */
  private async standing(tx: Tx, accountId: string, today: string): Promise<Standing | null> {
    const [person] = await tx.query<{ id: string }>(
      `select id from person where tenant_id = $1 and account_id = $2 and status = 'active'`,
      [tx.tenantId, accountId],
    );
    if (!person) return null;
    const rows = await tx.query<GrantRow>(GRANTS, [tx.tenantId, person.id, today]);
    if (rows.length === 0) return null;
    const [grants, signInRules] = [await this.reach(tx, rows, today), await Settings.of(tx)];
    return { personId: person.id, grants, signInRules };
  }

  private async reach(tx: Tx, rows: GrantRow[], today: string): Promise<ActorGrant[]> {
    const nodes = rows
      .filter((row) => row.scope !== 'tenant')
      .map((row) => ({
        scope: row.scope as ScopeNode['scope'],
        scopeId: row.scope_id!,
        organizationIds: row.organization_ids ?? [],
      }));
    const below =
      nodes.length > 0 ? await this.partnerships.below(tx, nodes, today) : new Map<string, PartnershipsBelow>();
    return rows.map((row) => {
      const found = row.scope_id ? below.get(row.scope_id) : undefined;
      const organizationIds: Reach =
        row.scope === 'tenant' ? ALL : [...(row.organization_ids ?? []), ...(found?.organizationIds ?? [])];
      const partnershipIds: Reach = row.scope === 'tenant' ? ALL : (found?.partnershipIds ?? []);
      return { role: row.role, scope: row.scope, scopeId: row.scope_id, organizationIds, partnershipIds };
    });
  }
}
