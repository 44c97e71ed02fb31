import { MailRenderer } from '@platform/mail';
import { TestApp } from '../support/app';
import { anOrganization, aPerson, aPlatformAdmin, aTenant, unique } from '../support/builders/directory';
import { as } from '../support/client';

let app: TestApp;
let owner: Awaited<ReturnType<typeof aPlatformAdmin>>;
const links: string[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  owner = await aPlatformAdmin(app);
  const renderer = app.nest.get(MailRenderer);
  const render = renderer.render.bind(renderer);
  jest.spyOn(renderer, 'render').mockImplementation((template, data, frame) => {
    links.push(data.link!);
    return render(template, data, frame);
  });
});
afterAll(() => app.close());

const wanted = (more: object = {}) => ({
  slug: `new-${unique()}`,
  name: 'New State',
  timeZone: 'America/Denver',
  firstAdmin: { email: `first-${unique()}@example.org`, displayName: 'First Administrator' },
  ...more,
});

describe('a tenant', () => {
  it('is made with an invitation for its first administrator', async () => {
    const body = wanted();
    const { status, body: tenant } = await as(app, owner).post('/tenants', body);
    expect(status).toBe(201);
    expect(tenant).toMatchObject({ slug: body.slug, status: 'active', demo: false, allowed: ['update', 'suspend'] });
    expect(JSON.stringify(tenant)).not.toContain('/l/');
    const password = 'four quiet green rivers';
    expect((await as(app).post(`/links/${links.at(-1)!.split('/l/')[1]}`, { password })).status).toBe(200);
    const login = await as(app).post('/auth/login', { email: body.firstAdmin.email, password });
    const cookie = String(login.headers['set-cookie']).split(';')[0];
    const me = await as(app, { headers: { cookie } }).get(`/t/${body.slug}/me`);
    expect(me.body).toMatchObject({ roles: ['state_admin'], tenant: { name: 'New State' } });
  });

  it('is refused with a name in addresses that is taken or cannot be one, and leaves nothing behind', async () => {
    const body = wanted();
    const answers = await Promise.all([1, 2].map(() => as(app, owner).post('/tenants', body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const refused = await as(app, owner).post('/tenants', wanted({ slug: 'No Good', timeZone: 'Mars/Olympus' }));
    expect(refused.body.errors.map((error: { path: string }) => error.path).sort()).toEqual(['slug', 'timeZone']);
    const { body: page } = await as(app, owner).get('/tenants?limit=200');
    expect(page.items.filter((tenant: { slug: string }) => tenant.slug === body.slug)).toHaveLength(1);
  });

  it('is renamed under the version that was read', async () => {
    const { body } = await as(app, owner).post('/tenants', wanted());
    const path = `/tenants/${body.id}`;
    expect((await as(app, owner).patch(path, { name: 'Renamed' })).status).toBe(428);
    expect((await as(app, owner).patch(path, { name: 'Renamed' }, body.version)).body.name).toBe('Renamed');
    expect((await as(app, owner).patch(path, { name: 'Again' }, body.version)).status).toBe(412);
  });

  it('is closed to everybody at once when it is suspended, and open again afterwards', async () => {
    const tenant = await aTenant(app);
    const admin = await aPerson(app, tenant, { role: 'state_admin' });
    const records = () => as(app, admin).get(`/t/${tenant.slug}/organizations`);
    expect((await records()).status).toBe(200);
    expect((await as(app, owner).post(`/tenants/${tenant.id}/suspend`)).body).toMatchObject({
      status: 'suspended',
      allowed: ['update', 'resume'],
    });
    expect((await records()).status).toBe(404);
    expect((await as(app, admin).get('/me')).body.tenants).toEqual([]);
    expect((await as(app, owner).post(`/tenants/${tenant.id}/suspend`)).body.code).toBe('directory.tenant-status');
    await as(app, owner).post(`/tenants/${tenant.id}/resume`);
    expect((await records()).status).toBe(200);
  });

  it('is listed page by page', async () => {
    await aTenant(app);
    const { body: first } = await as(app, owner).get('/tenants?limit=1');
    const { body: second } = await as(app, owner).get(`/tenants?limit=1&cursor=${first.nextCursor}`);
    expect(first.items[0].id).not.toBe(second.items[0].id);
    expect(first.total).toBeGreaterThan(1);
    expect((await as(app, owner).get('/tenants?cursor=nonsense')).status).toBe(400);
  });
});

describe('a platform administrator', () => {
  it('finds none of the records of a tenant', async () => {
    const tenant = await aTenant(app);
    const { id } = await anOrganization(app, tenant);
    for (const path of ['organizations', `organizations/${id}`, 'people', 'access-grants', 'settings', 'me'])
      expect((await as(app, owner).get(`/t/${tenant.slug}/${path}`)).status).toBe(404);
  });

  it('is the only one who sees and makes tenants', async () => {
    const tenant = await aTenant(app);
    const admin = await aPerson(app, tenant, { role: 'state_admin' });
    expect((await as(app, admin).get('/tenants')).status).toBe(403);
    expect((await as(app, admin).post('/tenants', wanted())).status).toBe(403);
    expect((await as(app, admin).post(`/tenants/${tenant.id}/suspend`)).status).toBe(403);
    expect((await as(app).get('/tenants')).status).toBe(401);
    expect((await as(app, owner).get(`/tenants/${tenant.id}`)).body.slug).toBe(tenant.slug);
    expect((await as(app, owner).get(`/tenants/${admin.personId}`)).status).toBe(404);
  });
});
