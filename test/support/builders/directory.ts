import { randomBytes } from 'node:crypto';
import { Accounts, Sessions } from '@platform/auth';
import { Actor, type GrantScope, newId } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import {
  AccessGrant,
  Membership,
  Organization,
  OrganizationExternalId,
  Person,
  Region,
  type Role,
  type Tenant,
} from '@domain/directory';
import { SCOPES_OF_ROLE } from '../../../libs/domain/directory/src/role';
import type { TestApp } from '../app';

const LONG_AGO = '2020-01-01';

/** Somebody signed in, with what a request needs to be theirs. */
export interface SignedInPerson {
  accountId: string;
  personId: string;
  email: string;
  displayName: string;
  /** Session cookie and CSRF token. */
  headers: { cookie: string; 'x-csrf-token': string };
}

/** What a person is given; a role without a scope is granted at the first scope where it can be. */
export interface PersonOptions {
  role?: Role;
  scope?: GrantScope;
  /** The node of the scope; the organization by default. */
  scopeId?: string | null;
  /** Makes the person a member of it. */
  organizationId?: string;
  startsOn?: string;
  endsOn?: string | null;
  displayName?: string;
  email?: string;
}

/** What an organization starts with. */
export type OrganizationOptions = Partial<
  Pick<Organization, 'name' | 'kind' | 'parentId' | 'regionId' | 'status' | 'city' | 'state' | 'zip'>
> & { externalIds?: Pick<OrganizationExternalId, 'scheme' | 'value'>[] };

/** A few letters that no other record has. */
export const unique = (): string => randomBytes(4).toString('hex');

/** Runs work as the platform itself in a tenant: for rows that no route makes. */
export function inTenant<T>(app: TestApp, tenant: { id: string }, work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.nest.get(Database).transaction(Actor.system(tenant.id, 'job:test'), work);
}

/** A tenant of its own. */
export async function aTenant(app: TestApp, values: Partial<Tenant> = {}): Promise<Tenant> {
  const mark = unique();
  const tenant: Tenant = {
    id: newId(),
    slug: `state-${mark}`,
    name: `State ${mark}`,
    timeZone: 'America/Detroit',
    status: 'active',
    demo: false,
    version: 1,
    ...values,
  };
  await app.nest.get(Database).system('tenants', (tx) =>
    tx.query(
      `insert into tenant (id, slug, name, time_zone, status, demo, version, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, 1, $7, $7)`,
      [tenant.id, tenant.slug, tenant.name, tenant.timeZone, tenant.status, tenant.demo, tx.now],
    ),
  );
  return tenant;
}

/** A region of the tenant. */
export function aRegion(app: TestApp, tenant: Tenant, name = `Region ${unique()}`): Promise<Region> {
  return inTenant(app, tenant, (tx) => tx.rows(Region).insert({ name, code: null, demoKey: null }));
}

/** An organization of the tenant, a school district unless said otherwise. */
export function anOrganization(app: TestApp, tenant: Tenant, options: OrganizationOptions = {}): Promise<Organization> {
  const { externalIds = [], ...values } = options;
  return inTenant(app, tenant, async (tx) => {
    const organization = await tx.rows(Organization).insert({
      name: `Organization ${unique()}`,
      kind: 'school_district',
      status: 'active',
      ...values,
    });
    await tx
      .rows(OrganizationExternalId)
      .insertAll(externalIds.map((externalId) => ({ ...externalId, organizationId: organization.id })));
    return organization;
  });
}

/** A person of the tenant, signed in; without a role they have no access. */
export async function aPerson(app: TestApp, tenant: Tenant, options: PersonOptions = {}): Promise<SignedInPerson> {
  const mark = unique();
  const displayName = options.displayName ?? `Person ${mark}`;
  const email = options.email ?? `person-${mark}@example.org`;
  const account = await app.nest.get(Accounts).ensure({ email, displayName });
  const personId = await inTenant(app, tenant, async (tx) => {
    const person = await tx.rows(Person).insert({ accountId: account.id, displayName, email, status: 'active' });
    await tx.query(`insert into account_tenant (account_id, tenant_id, person_id) values ($1, $2, $3)`, [
      account.id,
      tenant.id,
      person.id,
    ]);
    if (options.organizationId) await membership(tx, person.id, options.organizationId);
    if (options.role) await grant(tx, person.id, options.role, options);
    return person.id;
  });
  return { accountId: account.id, personId, email, displayName, headers: await signIn(app, account.id) };
}

/** A further role of a person who is in the tenant already. */
export function aGrant(app: TestApp, tenant: Tenant, personId: string, options: PersonOptions & { role: Role }) {
  return inTenant(app, tenant, (tx) => grant(tx, personId, options.role, options));
}

/** Somebody who makes tenants and sees none of their records. */
export async function aPlatformAdmin(app: TestApp): Promise<Pick<SignedInPerson, 'accountId' | 'email' | 'headers'>> {
  const email = `platform-${unique()}@example.org`;
  const account = await app.nest.get(Accounts).ensure({ email, displayName: 'Platform administrator' });
  await app.nest
    .get(Database)
    .system('sign-in', (tx) => tx.query('update account set platform_admin = true where id = $1', [account.id]));
  return { accountId: account.id, email, headers: await signIn(app, account.id) };
}

/** A new session of an account: the headers of its requests. */
export async function signIn(app: TestApp, accountId: string): Promise<SignedInPerson['headers']> {
  const { session, cookie } = await app.nest.get(Sessions).open(accountId);
  return { cookie: `session=${cookie}`, 'x-csrf-token': session.csrfToken };
}

function membership(tx: Tx, personId: string, organizationId: string): Promise<Membership> {
  return tx.rows(Membership).insert({ personId, organizationId, title: null, startsOn: LONG_AGO, endsOn: null });
}

function grant(tx: Tx, personId: string, role: Role, options: PersonOptions): Promise<AccessGrant> {
  const scope = options.scope ?? SCOPES_OF_ROLE[role][0];
  const scopeId = scope === 'tenant' ? null : (options.scopeId ?? options.organizationId ?? null);
  if (scope !== 'tenant' && !scopeId) throw new Error(`The role ${role} needs a scopeId or an organizationId.`);
  return tx.rows(AccessGrant).insert({
    personId,
    role,
    scope,
    scopeId,
    startsOn: options.startsOn ?? LONG_AGO,
    endsOn: options.endsOn ?? null,
    grantedBy: null,
    reason: null,
  });
}
