import { Access } from '@platform/access';
import { Actor, ALL, type ActorGrant } from '@platform/context';
import { Database } from '@platform/database';
import { StoredFile } from '@platform/files';
import { ActorSource } from '@platform/http';
import type { Tenant } from '@domain/directory';
import { TestApp } from '../support/app';
import { aLockedRound, anOpenRound, aTeam, giveAnswers, type Team } from '../support/builders/assessments';
import { aPerson, aRegion, inTenant, type SignedInPerson } from '../support/builders/directory';
import { as } from '../support/client';
import { disagreements, subjectsOf } from '../support/policy-agreement';

const ROLES = ['coach', 'expert', 'funder', 'auditor', 'state_admin', 'mentor', 'student', 'employer', 'lead'] as const;

let app: TestApp;
let tenant: Tenant;
const actors: Actor[] = [];
beforeAll(async () => {
  app = await TestApp.start();
  const teams = [await aTeam(app)];
  ({ tenant } = teams[0]);
  teams.push(await aTeam(app, tenant));
  await aRegion(app, tenant);
  const admin = await aPerson(app, tenant, { role: 'state_admin' });
  await fill(teams, admin);
  const people = teams.flatMap((team) => [team.lead, team.coach, ...team.people]);
  people.push(admin);
  for (const person of people) actors.push(await actorOf(person));
  for (const role of ROLES) actors.push(atTenant(role, people[0].personId));
}, 240_000);
afterAll(() => app.close());

/** Records of many kinds in both partnerships. */
async function fill([first, second]: Team[], admin: SignedInPerson): Promise<void> {
  const open = await anOpenRound(app, first, { elementKeys: ['partnerships'] });
  for (const person of first.people.slice(0, 2)) await giveAnswers(app, person, open, { [open.keys[0]]: 'planning' });
  await aLockedRound(app, second, { elementKeys: ['partnerships'] });
  for (const { lead, coach, organizations } of [first, second]) {
    const invited = await as(app, admin).post(`/t/${tenant.slug}/invitations`, {
      ...{ email: `new-${lead.personId}@example.org`, displayName: 'New', role: 'district_coordinator' },
      ...{ scope: 'organization', scopeId: organizations.district.id },
    });
    expect(invited.status).toBe(201);
    await inTenant(app, tenant, (tx) =>
      tx.rows(StoredFile).insertAll(
        [lead.personId, coach.personId, null].map((ownerPersonId) => ({
          ...{ ownerPersonId, name: 'a.txt', type: 'text/plain', size: 1, sha256: '0'.repeat(64), purpose: 'evidence' },
          ...{ storageKey: 'k', storedAt: tx.now, attachedAt: null },
        })),
      ),
    );
  }
}

async function actorOf(person: SignedInPerson): Promise<Actor> {
  const identity = { accountId: person.accountId, via: 'session:test', platformAdmin: false, secondFactor: true };
  const actor = await app.nest.get(ActorSource).actorFor(identity, tenant.slug);
  if (!actor) throw new Error('A person of the test has no access.');
  return actor;
}

/** Somebody with one role in the whole tenant, also such that are seldom granted there. */
function atTenant(role: string, personId: string): Actor {
  const grant: ActorGrant = { role, scope: 'tenant', scopeId: null, organizationIds: ALL, partnershipIds: ALL };
  return new Actor({ kind: 'person', tenantId: tenant.id, personId, via: 'session:test', grants: [grant] });
}

it('lists of every kind of record exactly what each person may do with it', async () => {
  const database = app.nest.get(Database);
  const access = app.nest.get(Access);
  const compared = new Set<string>();
  const found: object[] = [];
  for (const actor of actors)
    for (const subject of subjectsOf(access, actor)) {
      const rows = await inTenant(app, tenant, (tx) => tx.rows(subject.entity).find({}));
      if (rows.length > 0) compared.add(subject.entity.name);
      found.push(...(await disagreements(database, access, actor, subject)));
    }
  expect(found).toEqual([]);
  expect([...compared].sort()).toEqual(
    expect.arrayContaining([
      'AccessGrant',
      'Assessment',
      'AuditEvent',
      'ConsensusRating',
      'Gap',
      'Invitation',
      'Membership',
    ]),
  );
  expect(compared).toContain('StoredFile');
  expect(compared.size).toBeGreaterThanOrEqual(14);
}, 480_000);
