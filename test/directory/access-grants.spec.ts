import type { Tenant } from '@domain/directory';
import { TestApp } from '../support/app';
import { aGrant, anOrganization, aPerson, aRegion, aTenant, type SignedInPerson } from '../support/builders/directory';
import { as } from '../support/client';

let app: TestApp;
let tenant: Tenant;
let admin: SignedInPerson;
let at: string;

beforeAll(async () => {
  app = await TestApp.start();
  tenant = await aTenant(app);
  admin = await aPerson(app, tenant, { role: 'state_admin' });
  at = `/t/${tenant.slug}`;
});
afterAll(() => app.close());

const grantsOf = async (personId: string) =>
  (await as(app, admin).get(`${at}/access-grants?personId=${personId}`)).body.items as {
    id: string;
    version: number;
  }[];

describe('an access grant', () => {
  it('opens the tenant with the next request and closes it at once when it ends', async () => {
    const region = await aRegion(app, tenant, 'West');
    const { personId, headers } = await aPerson(app, tenant);
    expect((await as(app, { headers }).get(`${at}/regions`)).status).toBe(404);
    const { status, body } = await as(app, admin).post(`${at}/access-grants`, {
      personId,
      role: 'lead',
      scope: 'region',
      scopeId: region.id,
      reason: 'Leads the region',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      scopeName: 'West',
      status: 'current',
      grantedByName: admin.displayName,
      allowed: ['update', 'end'],
    });
    expect((await as(app, { headers }).get(`${at}/regions`)).status).toBe(200);
    expect((await as(app, admin).post(`${at}/access-grants/${body.id}/end`)).body).toMatchObject({
      status: 'ended',
      allowed: [],
    });
    expect((await as(app, { headers }).get(`${at}/regions`)).status).toBe(404);
    expect((await as(app, admin).post(`${at}/access-grants/${body.id}/end`)).body.code).toBe('directory.grant-ended');
  });

  it('ends by itself after its last day in the zone of the tenant', async () => {
    const person = await aPerson(app, tenant, { role: 'auditor', endsOn: '2090-06-30' });
    const before = app.clock.offsetMs;
    app.clock.moveTo(new Date('2090-07-01T03:59:00Z')); // 23:59 in Detroit
    const late = await aPerson(app, tenant, { role: 'auditor', endsOn: '2090-06-30' });
    expect((await as(app, late).get(`${at}/regions`)).status).toBe(200);
    app.clock.moveTo(new Date('2090-07-01T04:01:00Z'));
    expect((await as(app, late).get(`${at}/regions`)).status).toBe(404);
    app.clock.offsetMs = before;
    expect((await as(app, person).get(`${at}/regions`)).status).toBe(200);
  });

  it('is refused where the role has no meaning, without a needed end, and at nodes of nobody or of others', async () => {
    const { personId } = await aPerson(app, tenant);
    const foreign = await anOrganization(app, await aTenant(app));
    const fault = async (body: object) => {
      const answer = await as(app, admin).post(`${at}/access-grants`, { personId, ...body });
      expect(answer.status).toBe(422);
      return [answer.body.errors[0].path, answer.body.errors[0].rule];
    };
    expect(await fault({ role: 'lead', scope: 'tenant' })).toEqual(['scope', 'scope-of-role']);
    expect(await fault({ role: 'expert', scope: 'tenant' })).toEqual(['endsOn', 'end-required']);
    expect(await fault({ role: 'counselor', scope: 'organization' })).toEqual(['scopeId', 'node']);
    expect(await fault({ role: 'counselor', scope: 'organization', scopeId: foreign.id })).toEqual([
      'scopeId',
      'exists',
    ]);
    expect(await fault({ role: 'lead', scope: 'partnership', scopeId: personId })).toEqual(['scopeId', 'exists']);
    expect(await fault({ role: 'king', scope: 'tenant' })).toEqual(['role', 'isIn']);
  });

  it('is given once, also when it is sent twice at once', async () => {
    const { personId } = await aPerson(app, tenant);
    const body = { personId, role: 'coach', scope: 'tenant' };
    const answers = await Promise.all([1, 2, 3].map(() => as(app, admin).post(`${at}/access-grants`, body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });

  it('changes its days under the version that was read', async () => {
    const { personId } = await aPerson(app, tenant, { role: 'auditor', endsOn: '2090-01-01' });
    const [grant] = await grantsOf(personId);
    const one = `${at}/access-grants/${grant.id}`;
    expect((await as(app, admin).patch(one, { endsOn: null }, 1)).body.errors[0].rule).toBe('end-required');
    expect((await as(app, admin).patch(one, { endsOn: '2090-02-01' }, 1)).body).toMatchObject({
      version: 2,
      endsOn: '2090-02-01',
    });
    expect((await as(app, admin).patch(one, { endsOn: '2090-03-01' }, 1)).status).toBe(412);
  });

  it('is given by state administrators only, and by nobody to themselves', async () => {
    const district = await anOrganization(app, tenant);
    const coordinator = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: district.id });
    const body = { role: 'counselor', scope: 'organization', scopeId: district.id };
    expect(
      (await as(app, coordinator).post(`${at}/access-grants`, { ...body, personId: coordinator.personId })).status,
    ).toBe(403);
    expect((await as(app, admin).post(`${at}/access-grants`, { ...body, personId: admin.personId })).status).toBe(403);
    const [own] = await grantsOf(coordinator.personId);
    expect((await as(app, coordinator).post(`${at}/access-grants/${own.id}/end`)).status).toBe(403);
  });

  it('is seen by its holder, not by others without the right', async () => {
    const mentor = await aPerson(app, tenant, {
      role: 'mentor',
      organizationId: (await anOrganization(app, tenant)).id,
    });
    const { body } = await as(app, mentor).get(`${at}/access-grants`);
    expect(body.items).toMatchObject([{ personId: mentor.personId, role: 'mentor' }]);
    const [others] = await grantsOf(admin.personId);
    expect((await as(app, mentor).get(`${at}/access-grants/${others.id}`)).status).toBe(404);
  });
});

describe('the last state administrator', () => {
  it('stays: the grant cannot end, get a last day, or lose its person', async () => {
    const own = await aTenant(app);
    const only = await aPerson(app, own, { role: 'state_admin' });
    const grants = `/t/${own.slug}/access-grants`;
    const [grant] = (await as(app, only).get(grants)).body.items;
    const codes = [
      (await as(app, only).post(`${grants}/${grant.id}/end`)).body.code,
      (await as(app, only).post(`/t/${own.slug}/people/${only.personId}/deactivate`)).body.code,
    ];
    expect(codes).toEqual(['directory.last-administrator', 'directory.last-administrator']);
    const second = await aPerson(app, own, { role: 'state_admin', endsOn: '2090-01-01' });
    expect((await as(app, second).patch(`${grants}/${grant.id}`, { endsOn: '2090-01-01' }, 1)).body.code).toBe(
      'directory.last-administrator',
    );
    expect((await as(app, second).get(grants)).status).toBe(200);
  });

  it('is one of two who end each other at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const own = await aTenant(app);
      const people = [
        await aPerson(app, own, { role: 'state_admin' }),
        await aPerson(app, own, { role: 'state_admin' }),
      ];
      await aGrant(app, own, people[0].personId, { role: 'coach' });
      const at = `/t/${own.slug}`;
      const { items } = (await as(app, people[0]).get(`${at}/access-grants?role=state_admin`)).body;
      const grantOf = (person: SignedInPerson) =>
        items.find((item: { personId: string }) => item.personId === person.personId).id;
      const answers = await Promise.all([
        as(app, people[0]).post(`${at}/access-grants/${grantOf(people[1])}/end`),
        as(app, people[1]).post(`${at}/people/${people[0].personId}/deactivate`),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    }
  });
});
