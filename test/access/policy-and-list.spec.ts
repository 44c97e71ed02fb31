import * as fc from 'fast-check';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Access, type Policy } from '@platform/access';
import { Actor, newId } from '@platform/context';
import { TenantRow } from '@platform/database';
import { type Core, startCore, systemActor } from '../support/core';
import { disagreements } from '../support/policy-agreement';

@Entity('pact')
class Pact extends TenantRow {
  @Column('text') status: string;
  @Column('int') score: number;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId: string | null;
  @OneToMany(() => PactParty, (party) => party.pact) parties: Relation<PactParty>[];
}

@Entity('pact_party')
class PactParty extends TenantRow {
  @Column('uuid', { name: 'pact_id' }) pactId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text', { nullable: true }) role: string | null;
  @ManyToOne(() => Pact, (pact) => pact.parties)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'pact_id', referencedColumnName: 'id' },
  ])
  pact: Relation<Pact>;
}

const OWN =
  'tenant_id uuid not null, id uuid not null, version int not null, created_at timestamptz not null, updated_at timestamptz not null';
const TABLES = `
  create table pact (${OWN}, status text not null, score int not null, owner_id uuid, primary key (tenant_id, id));
  call protect_tenant_table('pact');
  create table pact_party (${OWN}, pact_id uuid not null, organization_id uuid not null, role text, primary key (tenant_id, id),
    foreign key (tenant_id, pact_id) references pact (tenant_id, id));
  call protect_tenant_table('pact_party');`;

const ORGANIZATIONS = Array.from({ length: 4 }, () => newId());
const PEOPLE = Array.from({ length: 3 }, () => newId());
const STATUSES = ['draft', 'signed', 'ended'];
const ROLES = ['lead', 'member', null];

let core: Core;
let policy: Policy = () => undefined;
beforeAll(async () => {
  core = await startCore({ tables: TABLES });
  core.get(Access).register((...args) => policy(...args));
});
afterAll(() => core.close());

/** One condition on one field, of every form that a policy may use. */
function conditionOn<T>(values: T[], ...operators: string[]) {
  const one = fc.constantFrom(...values);
  return fc.oneof(
    one,
    ...operators.map((operator) =>
      ['$in', '$nin'].includes(operator)
        ? fc.subarray(values).map((list) => ({ [operator]: list }))
        : operator === '$exists'
          ? fc.boolean().map((value) => ({ $exists: value }))
          : one.map((value) => ({ [operator]: value })),
    ),
  );
}

const SETS = ['$eq', '$ne', '$in', '$nin'];
const pactConditions = fc.record(
  {
    status: conditionOn(STATUSES, ...SETS),
    score: conditionOn([0, 1, 2, 3], ...SETS, '$lt', '$lte', '$gt', '$gte'),
    ownerId: conditionOn([...PEOPLE, null], ...SETS),
    'parties.organizationId': conditionOn(ORGANIZATIONS, '$eq', '$in'),
    'parties.role': conditionOn(['lead', 'member'], '$eq', '$in'),
  },
  { requiredKeys: [] },
);
const partyConditions = fc.record(
  {
    organizationId: conditionOn(ORGANIZATIONS, ...SETS),
    role: conditionOn(ROLES, ...SETS),
    'pact.status': conditionOn(STATUSES, '$eq', '$in'),
    'pact.ownerId': conditionOn(PEOPLE, '$eq', '$in'),
  },
  { requiredKeys: [] },
);

const rule = fc.record({
  forbid: fc.boolean(),
  actions: fc.constantFrom('read', 'update', ['read', 'update'], 'manage'),
  pact: fc.option(pactConditions),
  party: fc.option(partyConditions),
});
type Rule = typeof rule extends fc.Arbitrary<infer R> ? R : never;

function policyOf(rules: Rule[]): Policy {
  return (_actor, allow, forbid) => {
    for (const { forbid: no, actions, pact, party } of rules) {
      const give = no ? forbid : allow;
      if (pact) give(actions, Pact, pact);
      if (party) give(actions, PactParty, party);
    }
  };
}

const rows = fc.array(
  fc.record({
    status: fc.constantFrom(...STATUSES),
    score: fc.integer({ min: 0, max: 3 }),
    ownerId: fc.constantFrom(...PEOPLE, null),
    parties: fc.array(
      fc.record({ organizationId: fc.constantFrom(...ORGANIZATIONS), role: fc.constantFrom(...ROLES) }),
      { maxLength: 4 },
    ),
  }),
  { minLength: 3, maxLength: 12 },
);

async function aTenantWith(pacts: typeof rows extends fc.Arbitrary<infer R> ? R : never): Promise<string> {
  const actor = systemActor();
  await core.database.transaction(actor, async (tx) => {
    for (const { parties, ...values } of pacts) {
      const pact = await tx.rows(Pact).insert(values);
      await tx.rows(PactParty).insertAll(parties.map((party) => ({ ...party, pactId: pact.id })));
    }
  });
  return actor.tenantId;
}

const person = (tenantId: string) => new Actor({ kind: 'person', tenantId, personId: PEOPLE[0], via: 'session:test' });

async function disagree(tenantId: string) {
  const actions = ['read', 'update'];
  const access = core.get(Access);
  return [
    ...(await disagreements(core.database, access, person(tenantId), {
      entity: Pact,
      relations: ['parties'],
      actions,
    })),
    ...(await disagreements(core.database, access, person(tenantId), {
      entity: PactParty,
      relations: ['pact'],
      actions,
    })),
  ];
}

it('lists exactly what may be opened, for any rules, forbidding ones and such over many rows included', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.array(fc.array(rule, { maxLength: 5 }), { minLength: 8, maxLength: 8 }),
      async (pacts, sets) => {
        const tenantId = await aTenantWith(pacts);
        for (const rules of sets) {
          policy = policyOf(rules);
          expect(await disagree(tenantId)).toEqual([]);
        }
      },
    ),
    { numRuns: 40 },
  );
}, 480_000);

it('notices when a list and its check disagree', async () => {
  const tenantId = await aTenantWith([{ status: 'draft', score: 1, ownerId: null, parties: [] }]);
  let asked = 0;
  policy = (_actor, allow) => {
    if (asked++ === 0) allow('read', Pact, { status: 'draft' }); // the second actor gets nothing
  };
  const access = core.get(Access);
  const split = { database: core.database, actor: person(tenantId) };
  const lying = Object.create(access) as Access;
  lying.can = () => false;
  const found = await disagreements(split.database, lying, split.actor, { entity: Pact });
  expect(found).toMatchObject([{ entity: 'Pact', action: 'read', listed: true, allowed: false }]);
});

it('counts a record once, however many of its related rows fulfill a condition', async () => {
  const [organizationId] = ORGANIZATIONS;
  const parties = Array.from({ length: 3 }, () => ({ organizationId, role: null }));
  const tenantId = await aTenantWith([{ status: 'draft', score: 1, ownerId: null, parties }]);
  policy = (_actor, allow) => allow('read', Pact, { 'parties.organizationId': { $in: ORGANIZATIONS } });
  const listed = await core.database.read(person(tenantId), (tx) => tx.readable(Pact, 'pact').getMany());
  expect(listed).toHaveLength(1);
  expect(await core.database.read(person(tenantId), (tx) => tx.readable(Pact, 'pact').getCount())).toBe(1);
});

it('finds nothing where no rule speaks of the records', async () => {
  const tenantId = await aTenantWith([{ status: 'draft', score: 1, ownerId: null, parties: [] }]);
  policy = () => undefined;
  expect(await core.database.read(person(tenantId), (tx) => tx.readable(Pact, 'pact').getMany())).toEqual([]);
});

it('refuses a condition that has no single meaning in both forms', async () => {
  const tenantId = await aTenantWith([]);
  const list = () => core.database.read(person(tenantId), (tx) => tx.readable(Pact, 'pact').getMany());
  const refused: [object, string][] = [
    [{ 'parties.organizationId': { $ne: ORGANIZATIONS[0] } }, 'over a relation'],
    [{ 'parties.role': null }, 'over a relation'],
    [{ 'parties.role': { $in: ['lead', null] } }, 'over a relation'],
    [{ 'parties.pact.status': 'draft' }, 'no relation'],
    [{ color: 'red' }, 'no column color'],
    [{ ownerId: { $gt: PEOPLE[0] } }, 'may be null'],
  ];
  for (const [conditions, message] of refused) {
    policy = (_actor, allow) => allow('read', Pact, conditions as never);
    await expect(list()).rejects.toThrow(message);
  }
});

it('does not let a query step around the rules', async () => {
  const tenantId = await aTenantWith([{ status: 'draft', score: 1, ownerId: null, parties: [] }]);
  policy = (_actor, allow) => allow('read', Pact, { status: 'signed' });
  await core.database.read(person(tenantId), async (tx) => {
    expect(await tx.readable(Pact, 'pact').where(`pact.status = 'draft'`).getMany()).toEqual([]);
    expect(await tx.readable(Pact, 'pact').where(`pact.status = 'x' or pact.status = 'draft'`).getMany()).toEqual([]);
    expect(await tx.readable(Pact, 'pact').andWhere(`1 = 2 or pact.status = 'draft'`).getMany()).toEqual([]);
    expect(await tx.readable(Pact, 'pact').clone().where(`pact.status = 'draft'`).getMany()).toEqual([]);
    expect(() => (tx.readable(Pact, 'pact') as never as { orWhere(sql: string): void }).orWhere('true')).toThrow(
      'orWhere',
    );
  });
});
