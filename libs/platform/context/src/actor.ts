/** Marks a reach without limit inside the tenant. */
export const ALL = Symbol('all');

/** Ids that a role reaches, or all of them. */
export type Reach = readonly string[] | typeof ALL;

/** The node of the scope tree at which a role is granted; it reaches everything below. */
export type GrantScope = 'tenant' | 'region' | 'organization' | 'partnership';

/** A role of a person at a scope, with what it reaches already worked out. */
export interface ActorGrant {
  role: string;
  scope: GrantScope;
  scopeId: string | null;
  /** Organizations below the scope. */
  organizationIds: Reach;
  /** Partnerships below the scope, or of which an organization below the scope is a member. */
  partnershipIds: Reach;
}

/** What an actor is made of. */
export interface ActorInit {
  kind: 'person' | 'system' | 'link';
  tenantId: string;
  accountId?: string;
  personId?: string;
  grants?: ActorGrant[];
  /** Limits of an API token; undefined means no limit. */
  scopes?: string[];
  /** How the actor came in, for the audit log: `session:<id>`, `token:<id>`, `link:<purpose>`, `job:<name>`. */
  via: string;
}

function union(reaches: Reach[]): Reach {
  if (reaches.includes(ALL)) return ALL;
  return [...new Set(reaches.flatMap((reach) => [...(reach as readonly string[])]))];
}

/** Who acts, in which tenant, with which grants. Built once for each request or job; never changed. */
export class Actor {
  readonly kind: ActorInit['kind'];
  readonly tenantId: string;
  readonly accountId?: string;
  readonly personId?: string;
  readonly grants: readonly ActorGrant[];
  readonly scopes?: readonly string[];
  readonly via: string;

  constructor(init: ActorInit) {
    Object.assign(this, init);
    this.grants = init.grants ?? [];
  }

  /** The platform itself in one tenant: jobs, imports, demo. It may do everything there. */
  static system(tenantId: string, via: string): Actor {
    return new Actor({ kind: 'system', tenantId, via });
  }

  /** Whether the actor holds one of these roles at any scope. */
  is(...roles: string[]): boolean {
    return this.grants.some((grant) => roles.includes(grant.role));
  }

  /** Organizations that these roles reach (all roles when none is named). */
  organizationsAs(...roles: string[]): Reach {
    return union(this.having(roles).map((grant) => grant.organizationIds));
  }

  /** Partnerships that these roles reach (all roles when none is named). */
  partnershipsAs(...roles: string[]): Reach {
    return union(this.having(roles).map((grant) => grant.partnershipIds));
  }

  private having(roles: string[]): ActorGrant[] {
    return this.grants.filter((grant) => roles.length === 0 || roles.includes(grant.role));
  }
}
