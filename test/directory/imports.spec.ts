import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportsService, type Tenant } from '@domain/directory';
import { TestApp } from '../support/app';
import { aPerson, aTenant, inTenant, anOrganization, type SignedInPerson } from '../support/builders/directory';
import { as } from '../support/client';

const DATA = join(__dirname, '../../libs/domain/directory/test-data');
const excerpt = (name: string) => readFileSync(join(DATA, name));

describe('importing a list of organizations', () => {
  let app: TestApp;
  let tenant: Tenant;
  let admin: SignedInPerson;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    tenant = await aTenant(app);
    admin = await aPerson(app, tenant, { role: 'state_admin' });
  });

  const path = (rest = '') => `/t/${tenant.slug}/imports${rest}`;

  async function upload(bytes: Buffer, person = admin, fields: Record<string, string> = {}) {
    const mark = 'x-part-mark-x';
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n`;
    const answer = await app.nest.inject({
      method: 'POST',
      url: `/api/v1${path()}`,
      headers: { ...person.headers, 'content-type': `multipart/form-data; boundary=${mark}` },
      payload: Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]),
    });
    return { status: answer.statusCode, body: answer.json() };
  }

  /** Confirms and carries out, as the worker does. */
  async function apply(importId: string) {
    expect((await as(app, admin).post(path(`/${importId}/apply`))).status).toBe(202);
    await inTenant(app, tenant, (tx) => app.nest.get(ImportsService).carryOut(tx, importId));
    return (await as(app, admin).get(path(`/${importId}`))).body;
  }

  it.each(['ccd-lea-2023.csv', 'nces-district-search.csv', 'ccd-school-2023.csv'])(
    'previews %s without changing anything, applies it, and finds nothing to do the second time',
    async (name) => {
      const { status, body } = await upload(excerpt(name));
      expect(status).toBe(201);
      expect(body.counts.create).toBeGreaterThan(0);
      const before = await as(app, admin).get(`/t/${tenant.slug}/organizations`);
      expect(before.body.total).toBe(0);
      expect((await apply(body.id)).status).toBe('done');
      const after = await as(app, admin).get(`/t/${tenant.slug}/organizations`);
      expect(after.body.total).toBe(body.counts.create);
      const again = await upload(excerpt(name));
      expect(again.body.counts).toMatchObject({ create: 0, update: 0, duplicate: 0, conflict: 0 });
    },
  );

  it('names the line and the rule of each problem', async () => {
    const list = 'name,kind,nces_lea\nOne District,school_district,26\n,school_district,2600001\n';
    const { body } = await upload(Buffer.from(list));
    const rows = await as(app, admin).get(path(`/${body.id}/rows?severity=error`));
    expect(rows.body.items.map((row: { line: number }) => row.line)).toEqual([2, 3]);
    expect(rows.body.items[0].problems[0]).toMatchObject({ rule: 'id_form', severity: 'error' });
    expect(rows.body.items[0].problems[0].message).toMatch(/7 digits/);
  });

  it('leaves a doubtful row to a person and follows the decision', async () => {
    const known = await anOrganization(app, tenant, {
      name: 'Prairie Ridge Precision',
      kind: 'employer',
      state: 'MI',
      city: 'Portage',
    });
    const list = 'name,kind,city,state\nPrairie Ridge Precison,employer,Portage,MI\n';
    const { body } = await upload(Buffer.from(list));
    expect(body.counts).toMatchObject({ create: 0, duplicate: 1 });
    const [row] = (await as(app, admin).get(path(`/${body.id}/rows?action=duplicate`))).body.items;
    expect(row.candidates).toEqual([expect.objectContaining({ id: known.id })]);
    const decided = await as(app, admin).patch(path(`/${body.id}/rows/${row.id}`), { decision: 'create' }, row.version);
    expect(decided.status).toBe(200);
    await apply(body.id);
    expect((await as(app, admin).get(`/t/${tenant.slug}/organizations`)).body.total).toBe(2);
  });

  it('does not overwrite what somebody changed after the preview', async () => {
    const list = (name: string) =>
      Buffer.from(`name,kind,nces_lea\n${name} One,school_district,2600001\n${name} Two,school_district,2600002\n`);
    await apply((await upload(list('Old'))).body.id);
    const base = `/t/${tenant.slug}/organizations`;
    const named = async (q: string) => (await as(app, admin).get(`${base}?q=${q}`)).body.items;
    const [one] = await named('One');
    const { body } = await upload(list('New'));
    expect(body.counts).toMatchObject({ update: 2 });
    const changed = await as(app, admin).patch(`${base}/${one.id}`, { name: 'One by hand' }, one.version);
    expect(changed.status).toBe(200);
    await apply(body.id);
    expect((await named('One'))[0].name).toBe('One by hand');
    expect((await named('Two'))[0].name).toBe('New Two');
    const { items } = (await as(app, admin).get(path(`/${body.id}/rows`))).body;
    expect(items.map((row: { outcome: string }) => row.outcome)).toEqual(['skipped', 'updated']);
  });

  it('is carried out once, however often the worker gets the event', async () => {
    const { body } = await upload(excerpt('ccd-lea-2023.csv'));
    await apply(body.id);
    const again = await inTenant(app, tenant, (tx) => app.nest.get(ImportsService).carryOut(tx, body.id));
    expect(again.size).toBe(0);
    const refused = await as(app, admin).post(path(`/${body.id}/apply`));
    expect([refused.status, refused.body.code]).toEqual([409, 'directory.import-not-in-preview']);
  });

  it('says what is wrong with a file that is no list', async () => {
    const { status, body } = await upload(Buffer.from('%PDF-1.7 nothing of the kind'));
    expect(status).toBe(422);
    expect(body.errors[0].path).toBe('file');
  });

  it('calls a form that was cut off unreadable', async () => {
    const answer = await app.nest.inject({
      method: 'POST',
      url: `/api/v1${path()}`,
      headers: { ...admin.headers, 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\n\r\nname,kind',
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'unreadable']);
  });

  it('is for state administrators, and its rows for nobody else', async () => {
    const district = await anOrganization(app, tenant);
    const other = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: district.id });
    const { body } = await upload(excerpt('ccd-lea-2023.csv'));
    expect((await upload(excerpt('ccd-lea-2023.csv'), other)).status).toBe(403);
    expect((await as(app, other).get(path(`/${body.id}/rows`))).status).toBe(403);
  });

  it('takes ten thousand rows without keeping other requests waiting', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `Employer ${n * 7919} of ${n},employer,City ${n % 50},MI`);
    const waits: number[] = [];
    let running = true;
    const others = (async () => {
      while (running) {
        const start = performance.now();
        await app.nest.inject({ url: '/health/live' });
        waits.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    const { status, body } = await upload(Buffer.from(['name,kind,city,state', ...rows].join('\n')));
    await apply(body.id);
    running = false;
    await others;
    expect([status, body.rowCount, body.counts.create]).toEqual([201, 10_000, 10_000]);
    expect(waits.length).toBeGreaterThan(50); // were it done in one go, there would be a handful
  }, 480_000);
});
