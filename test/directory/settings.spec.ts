import { defaultAssessmentSettings } from '../../libs/domain/assessments/src/rules/assessment-settings';
import { Settings, type Tenant, type TenantSettings } from '@domain/directory';
import { MachineClock } from '@platform/clock';
import { TestApp } from '../support/app';
import { anOrganization, aPerson, aTenant, inTenant, signIn, type SignedInPerson } from '../support/builders/directory';
import { as } from '../support/client';

let app: TestApp;
let tenant: Tenant;
let admin: SignedInPerson;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  tenant = await aTenant(app);
  admin = await aPerson(app, tenant, { role: 'state_admin' });
  path = `/t/${tenant.slug}/settings`;
});
afterAll(() => app.close());

const change = (values: object, version: number) => as(app, admin).patch(path, { values }, version);
const valuesNow = (): Promise<TenantSettings> => inTenant(app, tenant, (tx) => Settings.of(tx));

describe('the settings of a tenant', () => {
  it('come with everything that their page needs', async () => {
    const { status, body } = await as(app, admin).get(path);
    expect(status).toBe(200);
    expect(body.allowed).toEqual(['update']);
    expect(body.values).toMatchObject({
      name: tenant.name,
      timeZone: 'America/Detroit',
      smallCellLimit: 10,
      primaryColor: null,
    });
    const limit = body.settings.find((setting: { key: string }) => setting.key === 'smallCellLimit');
    expect(limit).toMatchObject({
      group: 'privacy',
      type: 'integer',
      minimum: 5,
      maximum: 15,
      unit: 'people',
      value: 10,
      changed: false,
    });
    for (const { key, label, help, source } of body.settings)
      expect(
        [key, label.en, label.es, help.en, help.es, source].every(
          (text) => typeof text === 'string' && text.length > 1,
        ),
      ).toBe(true);
  });

  it('hold the defaults of the readiness assessment under the same names', async () => {
    expect(await valuesNow()).toMatchObject(defaultAssessmentSettings);
  });

  it('change under the version that was read, and go back to the default with null', async () => {
    const first = await as(app, admin).get(path);
    expect((await as(app, admin).patch(path, { values: { smallCellLimit: 12 } })).status).toBe(428);
    const changed = await change(
      { smallCellLimit: 12, standingAgenda: [' Actions '], termDistrict: { en: 'parish', es: 'parroquia' } },
      first.body.version,
    );
    expect(changed.body.values).toMatchObject({
      smallCellLimit: 12,
      standingAgenda: ['Actions'],
      termDistrict: { en: 'parish' },
    });
    expect(changed.body.settings.find((setting: { key: string }) => setting.key === 'smallCellLimit').changed).toBe(
      true,
    );
    expect((await change({ smallCellLimit: 13 }, first.body.version)).status).toBe(412);
    const back = await change({ smallCellLimit: null }, changed.body.version);
    expect(back.body.values.smallCellLimit).toBe(10);
    expect(await valuesNow()).toMatchObject({ smallCellLimit: 10, termDistrict: { es: 'parroquia' } });
  });

  it('take one of two changes made at once', async () => {
    const { version } = (await as(app, admin).get(path)).body;
    const answers = await Promise.all([11, 12].map((smallCellLimit) => change({ smallCellLimit }, version)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  it('leave a trace of each change in the audit log', async () => {
    const { version } = (await as(app, admin).get(path)).body;
    await change({ name: 'Renamed State', smallCellLimit: 11 }, version);
    const { items } = (await as(app, admin).get(`/t/${tenant.slug}/audit-events?limit=10`)).body;
    const kinds = items.map((event: { recordKind: string }) => event.recordKind);
    expect(kinds).toEqual(expect.arrayContaining(['tenant', 'tenant_settings']));
    expect(JSON.stringify(items)).toContain('Renamed State');
  });

  it('rename the tenant and move its days at once', async () => {
    const { version } = (await as(app, admin).get(path)).body;
    const { body } = await change({ name: 'Great Lakes Pathways', timeZone: 'America/Chicago' }, version);
    expect(body.version).toBeGreaterThan(version);
    const me = await as(app, admin).get(`/t/${tenant.slug}/me`);
    expect(me.body).toMatchObject({
      tenant: { name: 'Great Lakes Pathways' },
      settings: { timeZone: 'America/Chicago' },
    });
  });

  it('refuse each value that is out of bounds, of another type or unknown, and change nothing', async () => {
    const { version } = (await as(app, admin).get(path)).body;
    const values = {
      smallCellLimit: 4,
      evidenceDatedAfterMonths: 6.5,
      minimumCoverage: '0.5',
      timeZone: 'Mars/Olympus',
      name: null,
      secondFactorRequired: 'yes',
      rolesByOrganizations: ['state_admin'],
      standingAgenda: [''],
      termCollege: { en: 'college' },
      minorMessageWitness: 'nobody',
      favoriteColor: 'red',
      quorum: 0.6,
    };
    const { status, body } = await change(values, version);
    expect(status).toBe(422);
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual(
      Object.keys(values)
        .filter((key) => key !== 'quorum')
        .map((key) => `values.${key}`),
    );
    expect((await valuesNow()).quorum).toBe(0.5);
  });

  it('refuse a color that cannot be read, with what was measured and the nearest that can', async () => {
    const { version } = (await as(app, admin).get(path)).body;
    const { status, body } = await change({ primaryColor: '#ffcc00' }, version);
    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({ path: 'values.primaryColor', rule: 'contrast' });
    const [, measured] = /contrast of ([\d.]+) to 1 on sunken/.exec(body.errors[0].message)!;
    expect(Number(measured)).toBeLessThan(4.5);
    const [suggested] = /#[0-9a-f]{6}(?=\.$)/.exec(body.errors[0].message)!;
    expect((await change({ primaryColor: suggested.toUpperCase() }, version)).body.values.primaryColor).toBe(suggested);
  });

  it('are seen by staff, changed by administrators, hidden from employers and other tenants', async () => {
    const district = await anOrganization(app, tenant);
    const coordinator = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: district.id });
    const employer = await aPerson(app, tenant, { role: 'employer', organizationId: district.id });
    const foreign = await aPerson(app, await aTenant(app), { role: 'state_admin' });
    const seen = await as(app, coordinator).get(path);
    expect(seen.body.allowed).toEqual([]);
    expect((await as(app, coordinator).patch(path, { values: {} }, seen.body.version)).status).toBe(403);
    expect((await as(app, employer).get(path)).status).toBe(403);
    expect((await as(app, foreign).get(path)).status).toBe(404);
  });
});

describe('what a tenant asks of a sign-in', () => {
  it('is a second factor once the tenant requires it', async () => {
    const { version } = (await as(app, admin).get(path)).body;
    expect((await change({ secondFactorRequired: true }, version)).status).toBe(200);
    const { status, body } = await as(app, admin).get(path);
    expect([status, body.code]).toEqual([403, 'second-factor-enrollment-required']);
  });

  it('is a fresh session', async () => {
    const { version } = (await as(app, admin).get(path)).body;
    await change({ sessionHours: 2, sessionIdleMinutes: 30 }, version);
    const machine = app.nest.get(MachineClock);
    const later = new Date(machine.now().getTime() + 31 * 60_000);
    const moved = jest.spyOn(machine, 'now').mockReturnValue(later);
    const idle = await as(app, admin).get(path);
    expect([idle.status, idle.body.code]).toEqual([401, 'sign-in-too-old']);
    const again = await as(app, admin).get(path);
    expect([again.status, again.body.code]).toEqual([401, 'not-signed-in']);
    const fresh = await signIn(app, admin.accountId);
    expect((await as(app, { headers: fresh }).get(path)).body).toMatchObject({ version: expect.any(Number) });
    moved.mockRestore();
  });
});

describe('who the caller is in a tenant', () => {
  it('is told with roles, places and the names of their scopes', async () => {
    const district = await anOrganization(app, tenant, { name: 'Portage Schools' });
    const person = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: district.id });
    const { body } = await as(app, person).get(`/t/${tenant.slug}/me`);
    expect(body).toMatchObject({
      tenant: { slug: tenant.slug, demo: false },
      person: { id: person.personId, email: person.email },
      roles: ['district_coordinator'],
      firstScreenRole: 'district_coordinator',
      grants: [{ role: 'district_coordinator', scope: 'organization', scopeName: 'Portage Schools' }],
      organizations: [{ id: district.id, name: 'Portage Schools' }],
      partnerships: [],
      settings: { smallCellLimit: 10, termDistrict: { en: 'district', es: 'distrito' } },
    });
  });

  it('is told over all tenants to the person alone', async () => {
    const other = await aTenant(app, { name: 'Another State' });
    const coach = await aPerson(app, tenant, { role: 'coach' });
    await aPerson(app, other, { role: 'coach', email: coach.email });
    const { body } = await as(app, coach).get('/me');
    expect(body.tenants.map((held: { slug: string }) => held.slug).sort()).toEqual([other.slug, tenant.slug].sort());
    expect(body.grants).toHaveLength(2);
  });
});
