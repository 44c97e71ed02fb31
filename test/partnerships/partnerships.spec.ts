import type { Organization, Tenant } from '@domain/directory';
import { TestApp } from '../support/app';
import { anOrganization, aPerson, aTenant, type SignedInPerson } from '../support/builders/directory';
import { as as clientOf } from '../support/client';

describe('partnerships', () => {
  let app: TestApp;
  let tenant: Tenant;
  let agency: Organization;
  let district: Organization;
  let college: Organization;
  let admin: ReturnType<typeof clientOf>;

  beforeAll(async () => {
    app = await TestApp.start();
    tenant = await aTenant(app);
    agency = await anOrganization(app, tenant, { kind: 'educational_service_agency' });
    district = await anOrganization(app, tenant, { kind: 'school_district' });
    college = await anOrganization(app, tenant, { kind: 'community_college' });
    admin = await as({ role: 'state_admin' });
  });
  afterAll(() => app.close());

  const as = async (options: Parameters<typeof aPerson>[2]) => clientOf(app, await aPerson(app, tenant, options));
  const path = (rest = '') => `/t/${tenant.slug}/partnerships${rest}`;
  const make = async (members: object[] = []) => {
    const body = { name: `Partnership ${Math.random()}`, level: 'local', members };
    const answer = await admin.post(path(), body);
    expect(answer.status).toBe(201);
    return answer.body;
  };

  it('shows members with their names and the systems that are still missing', async () => {
    const made = await make([
      { organizationId: agency.id, role: 'lead_agency' },
      { organizationId: college.id, role: 'member' },
    ]);
    expect(made.members.map((member: { organizationName: string }) => member.organizationName).sort()).toEqual(
      [agency.name, college.name].sort(),
    );
    const missing = made.systems.filter((system: { organizations: string[] }) => system.organizations.length === 0);
    expect(missing.map((system: { system: string }) => system.system)).toEqual([
      'four_year',
      'adult_education',
      'workforce_development',
      'economic_development',
      'employer',
      'human_services',
    ]);
  });

  it('has one lead agency or intermediary, and another only after its last day', async () => {
    const made = await make([{ organizationId: agency.id, role: 'lead_agency', startsOn: '2025-01-01' }]);
    const second = { organizationId: college.id, role: 'intermediary', startsOn: '2026-07-01' };
    const refused = await admin.post(path(`/${made.id}/members`), second);
    expect([refused.status, refused.body.code]).toEqual([409, 'partnerships.lead-taken']);
    const [member] = made.members;
    const ended = await admin.patch(path(`/${made.id}/members/${member.id}`), { endsOn: '2026-06-30' }, member.version);
    expect(ended.status).toBe(200);
    expect((await admin.post(path(`/${made.id}/members`), second)).status).toBe(201);
  });

  it('takes an organization once, even when two people add it at the same instant', async () => {
    const made = await make();
    const add = () => admin.post(path(`/${made.id}/members`), { organizationId: district.id, role: 'member' });
    const answers = await Promise.all([add(), add(), add()]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });

  it('refuses a last day before the first and an organization of nowhere, naming the field', async () => {
    const made = await make();
    const days = { organizationId: district.id, role: 'member', startsOn: '2026-05-02', endsOn: '2026-05-01' };
    expect((await admin.post(path(`/${made.id}/members`), days)).body.errors[0]).toMatchObject({ path: 'endsOn' });
    const nowhere = { organizationId: '01234567-89ab-7def-8123-456789abcdef', role: 'member' };
    const answer = await admin.post(path(`/${made.id}/members`), nowhere);
    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'organizationId']);
  });

  it('is changed by its lead, read by its members, and not found by others', async () => {
    const made = await make([{ organizationId: district.id, role: 'member' }]);
    const lead = await as({ role: 'lead', scope: 'partnership', scopeId: made.id });
    const member = await as({ role: 'district_coordinator', organizationId: district.id });
    const outsider = await as({ role: 'college_liaison', organizationId: college.id });
    expect((await lead.patch(path(`/${made.id}`), { vision: 'One door' }, 1)).body.vision).toBe('One door');
    expect((await member.get(path(`/${made.id}`))).status).toBe(200);
    expect((await member.patch(path(`/${made.id}`), { vision: 'Mine' }, 2)).status).toBe(403);
    expect((await outsider.get(path(`/${made.id}`))).status).toBe(404);
    const listed = await outsider.get(path());
    expect(listed.body.items.map((item: { id: string }) => item.id)).not.toContain(made.id);
  });

  it('keeps the change of the first of two writers and tells the second', async () => {
    const made = await make();
    const write = (vision: string) => admin.patch(path(`/${made.id}`), { vision }, made.version);
    const answers = await Promise.all([write('A'), write('B')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  it('does not find a member or goal of another partnership under its address', async () => {
    const mine = await make();
    const other = await make([{ organizationId: district.id, role: 'member' }]);
    const goal = await admin.post(path(`/${other.id}/goals`), { title: 'One calendar' });
    expect(goal.body.goals[0].title).toBe('One calendar');
    const member = await admin.delete(path(`/${mine.id}/members/${other.members[0].id}`), 1);
    const change = await admin.patch(path(`/${mine.id}/goals/${goal.body.goals[0].id}`), { title: 'Mine' }, 1);
    expect([member.status, change.status]).toEqual([404, 404]);
  });

  it('stays as it was once it has ended', async () => {
    const made = await make();
    await admin.patch(path(`/${made.id}`), { status: 'ended' }, 1);
    const answer = await admin.post(path(`/${made.id}/goals`), { title: 'Too late' });
    expect([answer.status, answer.body.code]).toEqual([409, 'partnerships.ended']);
  });

  it('is not found in another tenant, whatever the role there', async () => {
    const made = await make();
    const elsewhere = await aTenant(app);
    const stranger: SignedInPerson = await aPerson(app, elsewhere, { role: 'state_admin' });
    const client = clientOf(app, stranger);
    expect((await client.get(path(`/${made.id}`))).status).toBe(404);
    expect((await client.get(`/t/${elsewhere.slug}/partnerships/${made.id}`)).status).toBe(404);
  });
});
