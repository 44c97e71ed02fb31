import { Accounts } from '@platform/auth';
import { Clock } from '@platform/clock';
import { Actor, newId } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import {
  AccessGrant,
  Membership,
  Organization,
  OrganizationExternalId,
  Person,
  Region,
  Tenants,
} from '@domain/directory';
import { Partnership, PartnershipGoal, PartnershipMember } from '@domain/partnerships';
import type { DemoContext, DemoPart } from './demo';
import { DEMO_STATES, demoEmail, type DemoPartnership, type DemoPerson, type DemoState } from './demo-state';
import { ensureKeyed, ensureSame } from './keyed-rows';

const DAY_MS = 86_400_000;
const SINCE = '2024-07-01';

/** Tenants, organizations, partnerships and people of the demo. */
export const directoryPart: Omit<DemoPart, 'name'> = {
  async load(demo) {
    for (const state of DEMO_STATES) await loadState(demo, state);
    await demo.services
      .get(Accounts)
      .createPlatformAdmin(demoEmail('platform-admin'), demo.password, { unchecked: true });
  },
};

async function loadState(demo: DemoContext, state: DemoState): Promise<void> {
  const database = demo.services.get(Database);
  const tenantId = await ensureTenant(database, state);
  demo.services.get(Tenants).forget();
  const accounts = new Map<string, string>();
  for (const person of state.people) accounts.set(person.login, await account(demo, person));
  const clock = demo.services.get(Clock);
  const dayIn = (days: number) => new Date(clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
  await database.transaction(Actor.system(tenantId, 'demo:load'), async (tx) => {
    const ids = await loadOrganizations(tx, state);
    for (const partnership of state.partnerships)
      ids.set(partnership.key, await loadPartnership(tx, partnership, ids, dayIn));
    for (const person of state.people) await loadPerson(tx, person, accounts.get(person.login)!, ids, dayIn);
  });
}

function ensureTenant(database: Database, state: DemoState): Promise<string> {
  return database.system('demo', async (tx) => {
    await tx.query(
      `insert into tenant (id, slug, name, time_zone, demo, created_at, updated_at) values ($1, $2, $3, $4, true, $5, $5)
       on conflict (slug) do nothing`,
      [newId(), state.slug, state.name, state.timeZone, tx.now],
    );
    const [{ id }] = await tx.query<{ id: string }>('select id from tenant where slug = $1', [state.slug]);
    return id;
  });
}

async function account(demo: DemoContext, person: DemoPerson): Promise<string> {
  const accounts = demo.services.get(Accounts);
  const { id } = await accounts.ensure({ email: demoEmail(person.login), displayName: person.name });
  if (person.signsIn !== false) await accounts.setPassword(id, demo.password, { unchecked: true });
  return id;
}

/** Ids of regions, organizations and later partnerships by their demo key. */
async function loadOrganizations(tx: Tx, state: DemoState): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, ...region } of state.regions) ids.set(key, (await ensureKeyed(tx, Region, key, region)).id);
  for (const { key, region, parent, ids: externalIds = {}, ...values } of state.organizations) {
    const place = { regionId: region ? ids.get(region) : null, parentId: parent ? ids.get(parent) : null };
    const organization = await ensureKeyed(tx, Organization, key, { status: 'active', ...values, ...place });
    ids.set(key, organization.id);
    for (const [scheme, value] of Object.entries(externalIds))
      await ensureSame(tx, OrganizationExternalId, { organizationId: organization.id, scheme: scheme as never, value });
  }
  return ids;
}

async function loadPartnership(
  tx: Tx,
  { key, region, members, goals, ...values }: DemoPartnership,
  ids: Map<string, string>,
  dayIn: (days: number) => string,
): Promise<string> {
  const regionId = region ? ids.get(region) : null;
  const { id } = await ensureKeyed(tx, Partnership, key, { status: 'active', ...values, regionId });
  for (const { organization, role } of members)
    await ensureSame(
      tx,
      PartnershipMember,
      { partnershipId: id, organizationId: ids.get(organization)! },
      { role, startsOn: SINCE },
    );
  for (const [position, { title, dueInDays }] of goals.entries())
    await ensureSame(
      tx,
      PartnershipGoal,
      { partnershipId: id, title },
      { position, status: 'open', dueOn: dayIn(dueInDays) },
    );
  return id;
}

async function loadPerson(
  tx: Tx,
  person: DemoPerson,
  accountId: string,
  ids: Map<string, string>,
  dayIn: (days: number) => string,
): Promise<void> {
  const email = demoEmail(person.login);
  const values = { accountId, displayName: person.name, email, status: 'active' as const };
  const { id } = await ensureKeyed(tx, Person, person.login, values);
  await tx.query(
    'insert into account_tenant (account_id, tenant_id, person_id) values ($1, $2, $3) on conflict do nothing',
    [accountId, tx.tenantId, id],
  );
  if (person.organization)
    await ensureSame(
      tx,
      Membership,
      { personId: id, organizationId: ids.get(person.organization)! },
      { startsOn: SINCE },
    );
  for (const { role, scope, at, endsInDays } of person.grants) {
    const scopeId = at ? ids.get(at)! : null;
    const endsOn = endsInDays ? dayIn(endsInDays) : null;
    await ensureSame(
      tx,
      AccessGrant,
      { personId: id, role, scope, scopeId },
      { startsOn: SINCE, endsOn, reason: 'Demo' },
    );
  }
}
