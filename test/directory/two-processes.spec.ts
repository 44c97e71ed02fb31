import { TestApp } from '../support/app';
import { aPartnershipOf } from '../support/builders/assessments';
import {
  anOrganization,
  aPerson,
  aPlatformAdmin,
  aTenant,
  type PersonOptions,
  type SignedInPerson,
} from '../support/builders/directory';
import { as } from '../support/client';
import { eventually } from '../support/eventually';

const A_MOMENT_MS = 2000;
let first: TestApp;
let second: TestApp;
beforeAll(async () => {
  first = await TestApp.start();
  second = await TestApp.beside(first);
});
afterAll(async () => {
  await second.close();
  await first.close();
});

async function aState() {
  const tenant = await aTenant(first);
  const base = `/t/${tenant.slug}`;
  const admin = await aPerson(first, tenant, { role: 'state_admin' });
  const somebody = (options: PersonOptions) => aPerson(first, tenant, options);
  return { tenant, base, admin, somebody, asAdmin: as(first, admin) };
}

const status = async (app: TestApp, person: SignedInPerson, path: string) => (await as(app, person).get(path)).status;

/** Both processes answer the person now, and remember the rights by which they do. */
async function admitted(person: SignedInPerson, path: string): Promise<void> {
  for (const app of [first, second, first, second]) expect(await status(app, person, path)).toBe(200);
}

/** The process that made the change refuses with the next request, the other within a moment. */
async function refused(person: SignedInPerson, path: string): Promise<void> {
  expect(await status(first, person, path)).toBe(404);
  await eventually(async () => expect(await status(second, person, path)).toBe(404), A_MOMENT_MS);
}

describe('in every process of the server', () => {
  it('an access grant that was ended opens nothing any more', async () => {
    const { base, somebody, asAdmin } = await aState();
    const person = await somebody({ role: 'auditor' });
    await admitted(person, `${base}/organizations`);
    const { body } = await asAdmin.get(`${base}/access-grants?personId=${person.personId}`);
    expect(await asAdmin.post(`${base}/access-grants/${body.items[0].id}/end`, { reason: 'left' })).toMatchObject({
      status: 200,
    });
    await refused(person, `${base}/organizations`);
  });

  it('a person who was deactivated has no access any more', async () => {
    const { base, somebody, asAdmin } = await aState();
    const person = await somebody({ role: 'auditor' });
    await admitted(person, `${base}/organizations`);
    expect(await asAdmin.post(`${base}/people/${person.personId}/deactivate`, { reason: 'left' })).toMatchObject({
      status: 200,
    });
    const gone = async (app: TestApp) => expect(await status(app, person, `${base}/organizations`)).not.toBe(200);
    await gone(first);
    await eventually(() => gone(second), A_MOMENT_MS);
  });

  it('an organization that left a partnership reaches it no more', async () => {
    const { tenant, base, somebody, asAdmin } = await aState();
    const organizations = [await anOrganization(first, tenant), await anOrganization(first, tenant)];
    const partnership = await aPartnershipOf(first, tenant, organizations);
    const person = await somebody({ role: 'district_coordinator', organizationId: organizations[1].id });
    const path = `${base}/partnerships/${partnership.id}`;
    await admitted(person, path);
    const { body } = await asAdmin.get(path);
    const member = body.members.find((one: { organizationId: string }) => one.organizationId === organizations[1].id);
    expect([200, 204]).toContain((await asAdmin.delete(`${path}/members/${member.id}`, member.version)).status);
    await refused(person, path);
  });

  it('a tenant that was suspended is closed', async () => {
    const { tenant, base, admin } = await aState();
    await admitted(admin, `${base}/organizations`);
    const owner = await aPlatformAdmin(first);
    expect(await as(first, owner).post(`/tenants/${tenant.id}/suspend`)).toMatchObject({ status: 200 });
    await refused(admin, `${base}/organizations`);
  });
});
