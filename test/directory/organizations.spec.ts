import type { Tenant } from '@domain/directory';
import { TestApp } from '../support/app';
import { anOrganization, aPerson, aRegion, aTenant, type SignedInPerson, unique } from '../support/builders/directory';
import { as } from '../support/client';

let app: TestApp;
let tenant: Tenant;
let admin: SignedInPerson;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  tenant = await aTenant(app);
  admin = await aPerson(app, tenant, { role: 'state_admin' });
  path = `/t/${tenant.slug}/organizations`;
});
afterAll(() => app.close());

const newcomer = (more: object = {}) => ({ name: `Mill Creek ${unique()}`, kind: 'school_district', ...more });

describe('an organization', () => {
  it('is added with its place and ids, and read back with the names around it', async () => {
    const region = await aRegion(app, tenant, 'Southwest');
    const parent = await anOrganization(app, tenant, { name: 'Kalamazoo RESA', kind: 'educational_service_agency' });
    const created = await as(app, admin).post(path, {
      name: '  Kalamazoo Public Schools ',
      kind: 'school_district',
      parentId: parent.id,
      regionId: region.id,
      city: 'Kalamazoo',
      state: 'MI',
      externalIds: [{ scheme: 'nces_lea', value: '26-19950' }],
    });
    expect(created.status).toBe(201);
    const { body } = await as(app, admin).get(`${path}/${created.body.id}`);
    expect(body).toMatchObject({
      version: 1,
      name: 'Kalamazoo Public Schools',
      parentName: 'Kalamazoo RESA',
      regionName: 'Southwest',
      externalIds: [{ scheme: 'nces_lea', value: '2619950' }],
      street: null,
      demo: false,
      allowed: ['update', 'arrange', 'close', 'delete'],
    });
  });

  it('is refused with the right form of each wrong id', async () => {
    const externalIds = [
      { scheme: 'nces_lea', value: '12' },
      { scheme: 'ein', value: '3.8E+08' },
      { scheme: 'ipeds_unitid', value: '170620' },
      { scheme: 'ipeds_unitid', value: '170621' },
    ];
    const { status, body } = await as(app, admin).post(path, newcomer({ externalIds }));
    expect(status).toBe(422);
    expect(body.errors.map((error: { path: string; rule: string }) => [error.path, error.rule])).toEqual([
      ['externalIds[0].value', 'id_form'],
      ['externalIds[1].value', 'id_rounded'],
      ['externalIds[3].value', 'one-id'],
    ]);
    expect(body.errors[0].message).toContain('7 digits, for example 2619950');
  });

  it('is refused with fields that nobody knows, kinds that do not exist and a state that is none', async () => {
    const { status, body } = await as(app, admin).post(path, {
      name: '',
      kind: 'castle',
      state: 'XX',
      tenantId: tenant.id,
    });
    expect(status).toBe(422);
    expect(body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
      'kind',
      'name',
      'state',
      'tenantId',
    ]);
  });

  it('changes only under the version that was read', async () => {
    const { id } = await anOrganization(app, tenant);
    const one = `${path}/${id}`;
    expect((await as(app, admin).patch(one, { city: 'Portage' })).status).toBe(428);
    const changed = await as(app, admin).patch(one, { city: 'Portage', phone: '269 555 0100' }, 1);
    expect(changed.body).toMatchObject({ version: 2, city: 'Portage', phone: '269 555 0100' });
    expect((await as(app, admin).patch(one, { city: 'Comstock' }, 1)).status).toBe(412);
    const cleared = await as(app, admin).patch(one, { phone: null }, 2);
    expect(cleared.body).toMatchObject({ version: 3, city: 'Portage', phone: null });
  });

  it('takes one of two changes that were made at once', async () => {
    const { id } = await anOrganization(app, tenant);
    const answers = await Promise.all(
      ['Portage', 'Comstock'].map((city) => as(app, admin).patch(`${path}/${id}`, { city }, 1)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  it('counts a new version when only its ids change', async () => {
    const { id } = await anOrganization(app, tenant, { externalIds: [{ scheme: 'ein', value: '386004849' }] });
    const externalIds = [{ scheme: 'nces_lea', value: '2600001' }];
    const { body } = await as(app, admin).patch(`${path}/${id}`, { externalIds }, 1);
    expect(body).toMatchObject({ version: 2, externalIds });
    expect((await as(app, admin).patch(`${path}/${id}`, { externalIds: [] }, 1)).status).toBe(412);
  });

  it('is closed and opened again, once each', async () => {
    const { id } = await anOrganization(app, tenant);
    const close = await as(app, admin).post(`${path}/${id}/close`);
    expect(close.body).toMatchObject({ status: 'closed', allowed: ['update', 'arrange', 'reopen', 'delete'] });
    expect((await as(app, admin).post(`${path}/${id}/close`)).body.code).toBe('directory.organization-status');
    expect((await as(app, admin).post(`${path}/${id}/reopen`)).body.status).toBe('active');
  });

  it('is deleted only when nothing refers to it, and the refusal says what does', async () => {
    const used = await anOrganization(app, tenant);
    await anOrganization(app, tenant, { kind: 'school', parentId: used.id });
    await aPerson(app, tenant, { role: 'district_coordinator', organizationId: used.id });
    const refused = await as(app, admin).delete(`${path}/${used.id}`, 1);
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'directory.organization-in-use',
      uses: [
        { what: 'memberships', count: 1 },
        { what: 'organizations below it', count: 1 },
        { what: 'access grants', count: 1 },
      ],
    });
    const unused = await anOrganization(app, tenant, { externalIds: [{ scheme: 'nces_lea', value: '2600002' }] });
    expect((await as(app, admin).delete(`${path}/${unused.id}`, 1)).status).toBe(204);
    expect((await as(app, admin).get(`${path}/${unused.id}`)).status).toBe(404);
  });
});

describe('the tree of organizations', () => {
  it('refuses a parent of a kind that cannot stand there, a closed one and one that is not there', async () => {
    const school = await anOrganization(app, tenant, { kind: 'school' });
    const closed = await anOrganization(app, tenant, { kind: 'educational_service_agency', status: 'closed' });
    const rule = async (parentId: string) =>
      (await as(app, admin).post(path, newcomer({ parentId }))).body.errors[0].rule;
    expect(await rule(school.id)).toBe('parent-kind');
    expect(await rule(closed.id)).toBe('parent-closed');
    expect(await rule(tenant.id)).toBe('exists');
  });

  it('refuses a kind that cannot stand above the organizations below', async () => {
    const district = await anOrganization(app, tenant);
    await anOrganization(app, tenant, { kind: 'school', parentId: district.id });
    const { body } = await as(app, admin).patch(`${path}/${district.id}`, { kind: 'employer' }, 1);
    expect(body).toMatchObject({ status: 422, errors: [{ path: 'kind', rule: 'children-kind' }] });
  });

  it('stays a tree when two organizations are put below each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = await Promise.all([anOrganization(app, tenant), anOrganization(app, tenant)]);
      const answers = await Promise.all([
        as(app, admin).patch(`${path}/${one.id}`, { parentId: other.id }, 1),
        as(app, admin).patch(`${path}/${other.id}`, { parentId: one.id }, 1),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
      expect(answers.find((answer) => answer.status === 422)!.body.errors[0].rule).toBe('cycle');
    }
  });
});

describe('a possible duplicate', () => {
  it('by an equal id is refused, accepted or not', async () => {
    const known = await anOrganization(app, tenant, { externalIds: [{ scheme: 'ipeds_unitid', value: '170532' }] });
    const externalIds = [{ scheme: 'ipeds_unitid', value: '170532' }];
    const { status, body } = await as(app, admin).post(
      path,
      newcomer({ kind: 'community_college', externalIds, acceptDuplicate: true }),
    );
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'possible-duplicate', candidates: [{ id: known.id, reason: 'same-id' }] });
  });

  it('by a similar name in the same city is shown, and added when it is said to be another', async () => {
    const known = await anOrganization(app, tenant, {
      name: 'Gull Lake Community Schools',
      city: 'RICHLAND',
      state: 'MI',
    });
    const body = { name: 'Gull Lake Comm. Schools', kind: 'school_district', city: 'Richland', state: 'MI' };
    const refused = await as(app, admin).post(path, body);
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'possible-duplicate',
      candidates: [{ id: known.id, reason: 'similar-name' }],
    });
    expect((await as(app, admin).post(path, { ...body, city: 'Delton' })).status).toBe(201);
    expect((await as(app, admin).post(path, { ...body, acceptDuplicate: true })).status).toBe(201);
  });

  it('with the same identifying id is made once when it is sent twice at once', async () => {
    const externalIds = [{ scheme: 'nces_lea', value: '2600077' }];
    const answers = await Promise.all([0, 1, 2].map(() => as(app, admin).post(path, newcomer({ externalIds }))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });
});

describe('the list of organizations', () => {
  let own: Tenant;
  let reader: SignedInPerson;
  const names = (body: { items: { name: string }[] }) => body.items.map((item) => item.name);
  const list = async (query: string) =>
    names((await as(app, reader).get(`/t/${own.slug}/organizations?${query}`)).body);

  beforeAll(async () => {
    own = await aTenant(app);
    reader = await aPerson(app, own, { role: 'coach' });
    const region = await aRegion(app, own, 'North');
    const county = await anOrganization(app, own, {
      name: 'Berrien RESA',
      kind: 'educational_service_agency',
      city: null,
    });
    await anOrganization(app, own, {
      name: 'Niles Community Schools',
      city: 'Niles',
      state: 'MI',
      parentId: county.id,
    });
    await anOrganization(app, own, {
      name: 'Coloma Schools',
      city: 'Coloma',
      state: 'MI',
      regionId: region.id,
      externalIds: [{ scheme: 'nces_lea', value: '2609990' }],
    });
    await anOrganization(app, own, {
      name: 'Whirlpool',
      kind: 'employer',
      city: 'Benton Harbor',
      state: 'MI',
      status: 'closed',
    });
  });

  it('finds words of the name in any order, and forgives a typing error when nothing matches', async () => {
    expect(await list('q=schools%20niles')).toEqual(['Niles Community Schools']);
    expect(await list('q=Whirlpol')).toEqual(['Whirlpool']);
    expect(await list('q=%25')).toEqual([]);
  });

  it('filters by kind, place, status and id', async () => {
    expect(await list('kind=employer,educational_service_agency')).toEqual(['Berrien RESA', 'Whirlpool']);
    expect(await list('status=closed')).toEqual(['Whirlpool']);
    expect(await list('parentId=none&kind=school_district')).toEqual(['Coloma Schools']);
    expect(await list('externalId=2609990')).toEqual(['Coloma Schools']);
    expect(await list('externalId=ein:2609990')).toEqual([]);
    const { body } = await as(app, reader).get(`/t/${own.slug}/organizations?externalId=nces_lea:2609990`);
    expect(await list(`regionId=${body.items[0].regionId}`)).toEqual(['Coloma Schools']);
  });

  it('sorts both ways and pages without gaps, empty values last', async () => {
    expect(await list('sort=city')).toEqual(['Whirlpool', 'Coloma Schools', 'Niles Community Schools', 'Berrien RESA']);
    expect(await list('sort=-name')).toEqual([
      'Whirlpool',
      'Niles Community Schools',
      'Coloma Schools',
      'Berrien RESA',
    ]);
    for (const sort of ['name', '-city', 'updatedAt', '-kind,name']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await as(app, reader).get(`/t/${own.slug}/organizations?limit=1&sort=${sort}${cursor}`);
        expect(body).toMatchObject({ total: 4, totalIsExact: true });
        seen.push(...names(body));
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
      } while (cursor);
      expect(seen).toHaveLength(4);
      expect(seen).toEqual(await list(`sort=${sort}`));
    }
  });

  it('comes as a table with the same filter', async () => {
    const { body, headers } = await as(app, reader).get(`/t/${own.slug}/organizations?kind=employer&format=csv`);
    expect(headers['content-type']).toContain('text/csv');
    expect(body).toContain('Whirlpool');
    expect(body).not.toContain('Coloma');
  });

  it('refuses sorts and filters it does not know', async () => {
    expect((await as(app, reader).get(`/t/${own.slug}/organizations?sort=phone`)).status).toBe(400);
    expect((await as(app, reader).get(`/t/${own.slug}/organizations?color=red`)).status).toBe(422);
  });
});

describe('who may see and change organizations', () => {
  it('is not found from another tenant, and its address is not either', async () => {
    const { id } = await anOrganization(app, tenant);
    const stranger = await aPerson(app, await aTenant(app), { role: 'state_admin' });
    expect((await as(app, stranger).get(`${path}/${id}`)).status).toBe(404);
    expect((await as(app, stranger).get(path)).status).toBe(404);
    expect((await as(app).get(path)).status).toBe(401);
  });

  it('lets the people of an organization keep its contact data, and nothing else of it or of others', async () => {
    const mine = await anOrganization(app, tenant);
    const other = await anOrganization(app, tenant);
    const coordinator = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: mine.id });
    expect((await as(app, coordinator).patch(`${path}/${mine.id}`, { website: 'https://example.org' }, 1)).status).toBe(
      200,
    );
    expect((await as(app, coordinator).patch(`${path}/${mine.id}`, { regionId: null }, 2)).status).toBe(403);
    expect(
      (await as(app, coordinator).patch(`${path}/${other.id}`, { website: 'https://example.org' }, 1)).status,
    ).toBe(403);
    expect((await as(app, coordinator).delete(`${path}/${mine.id}`, 2)).status).toBe(403);
    expect((await as(app, coordinator).post(path, newcomer())).status).toBe(403);
    expect((await as(app, coordinator).post(path, newcomer({ kind: 'employer' }))).status).toBe(201);
  });

  it('shows an employer its own organization and no other', async () => {
    const mine = await anOrganization(app, tenant, { kind: 'employer' });
    const other = await anOrganization(app, tenant, { kind: 'employer' });
    const employer = await aPerson(app, tenant, { role: 'employer', organizationId: mine.id });
    const { body } = await as(app, employer).get(path);
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([mine.id]);
    expect((await as(app, employer).get(`${path}/${other.id}`)).status).toBe(404);
    expect((await as(app, employer).patch(`${path}/${other.id}`, { name: 'Mine' }, 1)).status).toBe(404);
  });

  it('shows nothing to a person of the tenant without a role', async () => {
    const nobody = await aPerson(app, tenant);
    expect((await as(app, nobody).get(path)).status).toBe(404);
  });
});

it('publishes the organization kinds to everybody', async () => {
  const { status, body } = await as(app).get('/organization-kinds');
  expect(status).toBe(200);
  const district = body.kinds.find((kind: { key: string }) => kind.key === 'school_district');
  expect(district).toMatchObject({ label: { en: 'School district', es: 'Distrito escolar' }, system: 'k12_cte' });
  expect(district.externalIds).toContainEqual({ scheme: 'nces_lea', expected: '7 digits, for example 2619950' });
  expect(body.systems.filter((system: { partOfCompleteTeam: boolean }) => system.partOfCompleteTeam)).toHaveLength(9);
});
