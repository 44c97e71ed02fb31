/** A role of a person in a tenant, for the switcher and the first screen. */
export interface HeldGrant {
  /** Slug of the tenant. */
  tenant: string;
  role: string;
  scope: 'tenant' | 'region' | 'organization' | 'partnership';
  scopeId: string | null;
  /** Last day (ISO date) of the tenant's zone; null: open. */
  until: string | null;
}

/** A tenant that an account may enter. */
export interface HeldTenant {
  slug: string;
  name: string;
  /** The person behind the account in this tenant. */
  personId: string;
  /** Roles held there today, each once. */
  roles: string[];
  grants: HeldGrant[];
}

/** Tells sign-in which tenants an account may enter. Implemented by the directory. */
export abstract class PeopleSource {
  /** Tenants in which the account holds a role today, by name. */
  abstract tenantsOf(accountId: string): Promise<HeldTenant[]>;
}
