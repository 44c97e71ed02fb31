import type { Tenant } from '@domain/directory';
import { TestApp } from '../support/app';
import { anOrganization, aPerson, aTenant, type SignedInPerson, unique } from '../support/builders/directory';
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

const ids = (body: { items: { id: string }[] }) => body.items.map((item) => item.id);

describe('a person', () => {
  it('is added without a login and changed under the version that was read', async () => {
    const email = `New-${unique()}@Example.org`;
    const created = await as(app, admin).post(`${at}/people`, {
      displayName: 'Dana Reed',
      email,
      phone: '269 555 0100',
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      email: email.toLowerCase(),
      hasLogin: false,
      status: 'active',
      organizations: [],
      roles: [],
    });
    const person = `${at}/people/${created.body.id}`;
    expect((await as(app, admin).patch(person, { displayName: 'Dana R.' })).status).toBe(428);
    expect((await as(app, admin).patch(person, { displayName: 'Dana R.', phone: null }, 1)).body).toMatchObject({
      version: 2,
      displayName: 'Dana R.',
      phone: null,
    });
    expect((await as(app, admin).patch(person, { displayName: 'D.' }, 1)).status).toBe(412);
    const again = await as(app, admin).post(`${at}/people`, { displayName: 'Dana Reed', email });
    expect(again.body).toMatchObject({ status: 409, code: 'directory.person-exists', personId: created.body.id });
  });

  it('keeps the address that they sign in with', async () => {
    const { personId } = await aPerson(app, tenant);
    const { body } = await as(app, admin).patch(`${at}/people/${personId}`, { email: 'other@example.org' }, 1);
    expect(body).toMatchObject({ status: 409, code: 'directory.email-of-login' });
  });

  it('is found by name, organization, role and scope', async () => {
    const college = await anOrganization(app, tenant, { name: 'Lake College', kind: 'community_college' });
    const liaison = await aPerson(app, tenant, {
      displayName: 'Zoe Lark',
      role: 'college_liaison',
      organizationId: college.id,
    });
    const list = async (query: string) => ids((await as(app, admin).get(`${at}/people?${query}`)).body);
    expect(await list('q=zoe%20l')).toEqual([liaison.personId]);
    expect(await list(`organizationId=${college.id}`)).toEqual([liaison.personId]);
    expect(await list('role=college_liaison')).toEqual([liaison.personId]);
    expect(await list(`scope=organization&scopeId=${college.id}`)).toEqual([liaison.personId]);
    expect(await list(`role=coach&scopeId=${college.id}`)).toEqual([]);
    const { body } = await as(app, admin).get(`${at}/people/${liaison.personId}`);
    expect(body).toMatchObject({
      organizations: [{ id: college.id, name: 'Lake College', title: null }],
      roles: ['college_liaison'],
      allowed: ['update', 'deactivate'],
    });
  });

  it('is seen by colleagues, not by people of other organizations or tenants', async () => {
    const [mine, theirs] = [await anOrganization(app, tenant), await anOrganization(app, tenant)];
    const coordinator = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: mine.id });
    const colleague = await aPerson(app, tenant, { organizationId: mine.id });
    const other = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: theirs.id });
    const foreign = await aPerson(app, await aTenant(app), { role: 'state_admin' });
    const { body } = await as(app, coordinator).get(`${at}/people`);
    expect(ids(body).sort()).toEqual([coordinator.personId, colleague.personId].sort());
    expect((await as(app, coordinator).get(`${at}/people/${other.personId}`)).status).toBe(404);
    expect((await as(app, foreign).get(`${at}/people/${coordinator.personId}`)).status).toBe(404);
    expect((await as(app, coordinator).post(`${at}/people/${colleague.personId}/deactivate`)).status).toBe(403);
    expect((await as(app, coordinator).post(`${at}/people`, { displayName: 'X', email: 'x@example.org' })).status).toBe(
      403,
    );
  });

  it('is known to the own school only when they learn there', async () => {
    const school = await anOrganization(app, tenant);
    const student = await aPerson(app, tenant, { role: 'student', scopeId: school.id });
    const counselor = await aPerson(app, tenant, { role: 'counselor', organizationId: school.id });
    const elsewhere = await aPerson(app, tenant, {
      role: 'counselor',
      scopeId: (await anOrganization(app, tenant)).id,
    });
    const coach = await aPerson(app, tenant, { role: 'coach' });
    const statuses = async (who: SignedInPerson) => {
      const grants = await as(app, who).get(`${at}/access-grants?personId=${student.personId}`);
      return [(await as(app, who).get(`${at}/people/${student.personId}`)).status, grants.body.total];
    };
    expect(await statuses(student)).toEqual([200, 1]);
    expect(await statuses(counselor)).toEqual([200, 1]);
    expect(await statuses(elsewhere)).toEqual([404, 0]);
    expect(await statuses(coach)).toEqual([404, 0]);
    expect(await statuses(admin)).toEqual([200, 1]);
  });

  it('keeps a phone from employers', async () => {
    const firm = await anOrganization(app, tenant, { kind: 'employer' });
    const employer = await aPerson(app, tenant, { role: 'employer', organizationId: firm.id });
    const colleague = await aPerson(app, tenant, { organizationId: firm.id });
    await as(app, admin).patch(`${at}/people/${colleague.personId}`, { phone: '269 555 0123' }, 1);
    const phone = async (who: SignedInPerson) =>
      (await as(app, who).get(`${at}/people/${colleague.personId}`)).body.phone;
    expect(await phone(employer)).toBeNull();
    expect(await phone(admin)).toBe('269 555 0123');
  });
});

describe('deactivating a person', () => {
  it('ends an open session, grants and memberships with the next request', async () => {
    const district = await anOrganization(app, tenant);
    const leaver = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: district.id });
    expect((await as(app, leaver).get(`${at}/organizations/${district.id}`)).status).toBe(200);
    const { body } = await as(app, admin).post(`${at}/people/${leaver.personId}/deactivate`);
    expect(body).toMatchObject({ status: 'deactivated', roles: [], allowed: ['update', 'reactivate'] });
    expect((await as(app, leaver).get(`${at}/organizations/${district.id}`)).status).toBe(401);
    const memberships = await as(app, admin).get(`${at}/memberships?personId=${leaver.personId}`);
    expect(memberships.body.items[0].endsOn).not.toBeNull();
    expect((await as(app, admin).post(`${at}/people/${leaver.personId}/deactivate`)).body.code).toBe(
      'directory.person-status',
    );
  });

  it('ends API tokens of somebody who has no other tenant', async () => {
    const person = await aPerson(app, tenant, { role: 'coach' });
    const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const wanted = { name: 'Nightly copy', scopes: ['*:read'], expiresOn };
    const { token } = (await as(app, person).post('/me/tokens', wanted)).body;
    const machine = as(app, { headers: { authorization: `Bearer ${token}` } });
    expect((await machine.get(`${at}/organizations`)).status).toBe(200);
    await as(app, admin).post(`${at}/people/${person.personId}/deactivate`);
    expect((await machine.get(`${at}/organizations`)).status).toBe(401);
  });

  it('leaves the access to another tenant alone', async () => {
    const other = await aTenant(app);
    const guest = await aPerson(app, tenant, { role: 'coach' });
    await aPerson(app, other, { role: 'coach', email: guest.email });
    await as(app, admin).post(`${at}/people/${guest.personId}/deactivate`);
    expect((await as(app, guest).get(`${at}/organizations`)).status).toBe(404);
    expect((await as(app, guest).get(`/t/${other.slug}/organizations`)).status).toBe(200);
  });

  it('is undone without giving back what was held', async () => {
    const person = await aPerson(app, tenant, { role: 'coach' });
    await as(app, admin).post(`${at}/people/${person.personId}/deactivate`);
    const { body } = await as(app, admin).post(`${at}/people/${person.personId}/reactivate`);
    expect(body).toMatchObject({ status: 'active', roles: [] });
  });
});

describe('a membership', () => {
  it('is made for people of the tenant, once for the same days', async () => {
    const district = await anOrganization(app, tenant);
    const { personId } = await aPerson(app, tenant);
    const body = { personId, organizationId: district.id, title: 'CTE director' };
    const answers = await Promise.all([1, 2].map(() => as(app, admin).post(`${at}/memberships`, body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const { items } = (await as(app, admin).get(`${at}/memberships?organizationId=${district.id}&current=true`)).body;
    expect(items).toMatchObject([{ personId, organizationName: district.name, title: 'CTE director', endsOn: null }]);
    const reversed = await as(app, admin).patch(`${at}/memberships/${items[0].id}`, { endsOn: '2001-01-01' }, 1);
    expect(reversed.body.errors[0]).toMatchObject({ path: 'endsOn', rule: 'not-before-start' });
  });

  it('that ends takes the roles at the organization with it', async () => {
    const district = await anOrganization(app, tenant);
    const boss = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: district.id });
    const leaver = await aPerson(app, tenant, { role: 'counselor', organizationId: district.id });
    const [membership] = (await as(app, boss).get(`${at}/memberships?personId=${leaver.personId}`)).body.items;
    const ended = await as(app, boss).patch(`${at}/memberships/${membership.id}`, { endsOn: '2024-06-30' }, 1);
    expect(ended.body.endsOn).toBe('2024-06-30');
    expect((await as(app, leaver).get(`${at}/organizations`)).status).toBe(404);
  });

  it('is refused for people and organizations of another tenant and for closed organizations', async () => {
    const other = await aTenant(app);
    const stranger = await aPerson(app, other);
    const closed = await anOrganization(app, tenant, { status: 'closed' });
    const district = await anOrganization(app, tenant);
    const rule = async (personId: string, organizationId: string) =>
      (await as(app, admin).post(`${at}/memberships`, { personId, organizationId })).body.errors[0];
    expect(await rule(stranger.personId, district.id)).toMatchObject({ path: 'personId', rule: 'exists' });
    expect(await rule(admin.personId, closed.id)).toMatchObject({ path: 'organizationId', rule: 'active' });
    expect(await rule(admin.personId, (await anOrganization(app, other)).id)).toMatchObject({
      path: 'organizationId',
      rule: 'exists',
    });
  });

  it('is not made by people of another organization', async () => {
    const [mine, theirs] = [await anOrganization(app, tenant), await anOrganization(app, tenant)];
    const coordinator = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: mine.id });
    const body = { personId: coordinator.personId, organizationId: theirs.id };
    expect((await as(app, coordinator).post(`${at}/memberships`, body)).status).toBe(403);
  });
});
