import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planImport } from './duplicates';
import type { ImportPlan, KnownOrganization } from './import-plan';
import { readImport } from './imports/read-import';
import type { OrganizationDraft } from './organization-draft';

const nowhere = { street: null, city: null, state: null, zip: null };
const kalamazoo = { ...nowhere, city: 'Kalamazoo', state: 'MI' };

const aDraft = (more: Partial<OrganizationDraft>): OrganizationDraft => ({
  name: 'Kalamazoo Public Schools',
  kind: 'school_district',
  kindGuessed: false,
  externalIds: [],
  parentExternalId: null,
  parentName: null,
  address: kalamazoo,
  countyFips: null,
  phone: null,
  website: null,
  status: 'open',
  sourceLine: 2,
  ...more,
});

const aKnown = (more: Partial<KnownOrganization>): KnownOrganization => ({
  id: 'known-1',
  name: 'Kalamazoo Public Schools',
  kind: 'school_district',
  parentId: null,
  externalIds: [],
  address: kalamazoo,
  countyFips: null,
  phone: null,
  website: null,
  status: 'open',
  ...more,
});

const lea = (value: string) => ({ scheme: 'nces_lea' as const, value });
const ein = (value: string) => ({ scheme: 'ein' as const, value });

/** Carries a plan out in memory, as the import does: created rows get the id `line-<n>`. */
function carryOut(plan: ImportPlan, existing: KnownOrganization[]): KnownOrganization[] {
  const result = new Map(existing.map((known) => [known.id, structuredClone(known)]));
  const kept = plan.entries.filter((entry) => ['create', 'duplicate', 'update'].includes(entry.action));
  const idOfLine = new Map(
    kept.map((entry) => [entry.draft.sourceLine, entry.organizationId ?? `line-${entry.draft.sourceLine}`]),
  );
  for (const { draft, organizationId, parent } of kept) {
    const id = organizationId ?? `line-${draft.sourceLine}`;
    const before = result.get(id) ?? aKnown({ id, address: nowhere, kind: draft.kind });
    const parentId = parent ? (parent.organizationId ?? idOfLine.get(parent.sourceLine) ?? null) : null;
    const ids = [...before.externalIds, ...draft.externalIds];
    const present = Object.entries(draft.address).filter(([, value]) => value !== null);
    result.set(id, {
      ...before,
      name: draft.name,
      kind: draft.kindGuessed ? before.kind : draft.kind,
      status: draft.status,
      address: { ...before.address, ...Object.fromEntries(present) },
      countyFips: draft.countyFips ?? before.countyFips,
      phone: draft.phone ?? before.phone,
      website: draft.website ?? before.website,
      externalIds: ids.filter(
        (one, at) => ids.findIndex((o) => o.scheme === one.scheme && o.value === one.value) === at,
      ),
      parentId: parentId ?? before.parentId,
    });
  }
  return [...result.values()];
}

const actions = (plan: ImportPlan): string[] => plan.entries.map((entry) => entry.action);

describe('the plan of an import', () => {
  it('creates what the directory does not have', async () => {
    const plan = await planImport([aDraft({ externalIds: [lea('2619950')] })], []);
    expect(plan.counts).toEqual({ create: 1, update: 0, unchanged: 0, duplicate: 0, conflict: 0, skipped: 0 });
  });

  it('updates the organization with the same id, field by field, and erases nothing', async () => {
    const known = aKnown({ name: 'KPS', externalIds: [lea('2619950')], phone: '269-555-0100', countyFips: '26077' });
    const draft = aDraft({ externalIds: [lea('2619950'), ein('386004849')], phone: '269-555-0199' });
    const [entry] = (await planImport([draft], [known])).entries;
    expect(entry).toMatchObject({ action: 'update', organizationId: 'known-1' });
    expect(entry.changes).toEqual([
      { field: 'name', from: 'KPS', to: 'Kalamazoo Public Schools' },
      { field: 'phone', from: '269-555-0100', to: '269-555-0199' },
      { field: 'externalIds', from: null, to: 'ein:386004849' },
    ]);
  });

  it('does not let a concluded kind replace a known one', async () => {
    const known = aKnown({ kind: 'educational_service_agency', externalIds: [lea('2619950')] });
    const plan = await planImport([aDraft({ kindGuessed: true, externalIds: [lea('2619950')] })], [known]);
    expect(actions(plan)).toEqual(['unchanged']);
  });

  it('takes a row without an id for the organization of the same name, kind and city', async () => {
    const known = aKnown({ id: 'employer-1', name: 'Bronson Healthcare Group, Inc.', kind: 'employer' });
    const same = aDraft({ name: 'Bronson Healthcare Group', kind: 'employer' });
    const elsewhere = aDraft({ ...same, address: { ...kalamazoo, city: 'Battle Creek' }, sourceLine: 3 });
    const plan = await planImport([same, elsewhere], [known]);
    expect(plan.entries.map((entry) => [entry.action, entry.organizationId])).toEqual([
      ['update', 'employer-1'],
      ['duplicate', null],
    ]);
  });

  it('asks about a similar name in the same city, not about one in another state', async () => {
    const draft = aDraft({ name: 'Kalamazoo Pub Schs', externalIds: [lea('2619950')] });
    const here = await planImport([draft], [aKnown({})]);
    expect(here.entries[0]).toMatchObject({
      action: 'duplicate',
      candidates: [{ organizationId: 'known-1', reason: 'similar_name', similarity: 1 }],
    });
    const there = await planImport([draft], [aKnown({ address: { ...kalamazoo, state: 'OH' } })]);
    expect(actions(there)).toEqual(['create']);
  });

  it('asks about a shared EIN, but not when both stand in one register under different numbers', async () => {
    const byHand = aKnown({ name: 'KVCC', kind: 'community_college', externalIds: [ein('381850178')] });
    const draft = aDraft({
      name: 'Kalamazoo Valley',
      externalIds: [{ scheme: 'ipeds_unitid', value: '170541' }, ein('381850178')],
    });
    expect((await planImport([draft], [byHand])).entries[0].candidates[0]).toMatchObject({ reason: 'shared_id' });
    const campus = { ...byHand, externalIds: [ein('381850178'), { scheme: 'ipeds_unitid' as const, value: '170550' }] };
    expect(actions(await planImport([draft], [campus]))).toEqual(['create']);
  });

  it('asks about two similar rows of one file', async () => {
    const plan = await planImport([aDraft({}), aDraft({ name: 'Kalamazoo Public Schls', sourceLine: 3 })], []);
    expect(actions(plan)).toEqual(['create', 'duplicate']);
    expect(plan.entries[1].candidates).toMatchObject([{ organizationId: null, sourceLine: 2 }]);
  });

  it('refuses to decide when the ids of a row belong to two organizations, or two rows to one', async () => {
    const unitid = { scheme: 'ipeds_unitid' as const, value: '170541' };
    const two = [aKnown({ id: 'a', externalIds: [lea('2619950')] }), aKnown({ id: 'b', externalIds: [unitid] })];
    const torn = await planImport([aDraft({ externalIds: [lea('2619950'), unitid] })], two);
    expect(torn.entries[0]).toMatchObject({
      action: 'conflict',
      candidates: [{ organizationId: 'a' }, { organizationId: 'b' }],
    });
    const rows = [aDraft({ externalIds: [lea('2619950')] }), aDraft({ externalIds: [lea('2619950')], sourceLine: 3 })];
    expect(actions(await planImport(rows, two.slice(0, 1)))).toEqual(['unchanged', 'conflict']);
  });

  it('skips closed organizations unless the directory has them or they are asked for', async () => {
    const closed = aDraft({ status: 'closed', externalIds: [lea('2619950')] });
    expect((await planImport([closed], [])).entries[0]).toMatchObject({ action: 'skipped', skippedBecause: 'closed' });
    expect(actions(await planImport([closed], [], { createClosed: true }))).toEqual(['create']);
    const known = await planImport([closed], [aKnown({ externalIds: [lea('2619950')] })]);
    expect(known.entries[0].changes).toEqual([{ field: 'status', from: 'open', to: 'closed' }]);
  });

  it('skips other states when states are named', async () => {
    const plan = await planImport([aDraft({ address: { ...kalamazoo, state: 'IN' } }), aDraft({ sourceLine: 3 })], [], {
      states: ['MI'],
    });
    expect(plan.entries.map((entry) => entry.skippedBecause)).toEqual(['other_state', null]);
  });

  it('finds a parent below its child in the file, in the directory, by name, and never a kind that may not stand there', async () => {
    const district = aDraft({ externalIds: [lea('2619950')], sourceLine: 9 });
    const school = (more: Partial<OrganizationDraft>) => aDraft({ name: 'Central High', kind: 'school', ...more });
    const byId = school({ parentExternalId: lea('2619950') });
    expect((await planImport([byId, district], [])).entries[0].parent).toEqual({ organizationId: null, sourceLine: 9 });
    const known = aKnown({ externalIds: [lea('2619950')] });
    expect((await planImport([byId], [known])).entries[0].parent).toEqual({
      organizationId: 'known-1',
      sourceLine: null,
    });
    const byName = school({ parentName: 'KALAMAZOO PUB SCHS' });
    expect((await planImport([byName], [known])).entries[0].parent).toEqual({
      organizationId: 'known-1',
      sourceLine: null,
    });
    expect((await planImport([byName], [aKnown({ kind: 'employer' })])).entries[0].parent).toBeNull();
  });

  it('hangs a college under the administrative unit of its system, not under its sisters', async () => {
    const system = { scheme: 'ipeds_system' as const, value: '104020' };
    const unit = (value: string) => ({ scheme: 'ipeds_unitid' as const, value });
    const office = aDraft({
      name: 'System Office',
      kind: 'college_system',
      externalIds: [unit('105136'), system],
      sourceLine: 2,
    });
    const college = (value: string, sourceLine: number) =>
      aDraft({
        name: `College ${value}`,
        kind: 'community_college',
        externalIds: [unit(value), system],
        parentExternalId: system,
        sourceLine,
      });
    const plan = await planImport([office, college('105145', 3), college('105154', 4)], []);
    expect(plan.entries.map((entry) => entry.parent?.sourceLine ?? null)).toEqual([null, 2, 2]);
  });

  it.each([
    'ccd-lea-2023.csv',
    'ccd-school-2023.csv',
    'nces-district-search.csv',
    'ipeds-hd2022-latin1.csv',
    'ipeds-hd2020.csv',
    'organizations-plain.csv',
    'ragged.csv',
  ])('of %s changes nothing the second time', async (file) => {
    const { drafts } = await readImport(readFileSync(join(__dirname, '../test-data', file)));
    const first = await planImport(drafts, []);
    expect(first.counts.create + first.counts.duplicate).toBeGreaterThan(0);
    const second = await planImport(drafts, carryOut(first, []));
    expect(
      second.entries.filter((entry) => entry.action !== 'skipped').map((entry) => [entry.action, entry.changes]),
    ).toEqual(first.entries.filter((entry) => entry.action !== 'skipped').map(() => ['unchanged', []]));
  });

  it('gives the same answer when a child was imported before its parent', async () => {
    const child = aDraft({
      name: 'Central High',
      kind: 'school',
      externalIds: [{ scheme: 'nces_school', value: '261995005688' }],
      parentExternalId: lea('2619950'),
    });
    const parent = aDraft({ externalIds: [lea('2619950')], sourceLine: 3 });
    const alone = carryOut(await planImport([child], []), []);
    const both = await planImport([child, parent], alone);
    expect(both.entries.map((entry) => [entry.action, entry.changes])).toEqual([
      ['update', [{ field: 'parent', from: null, to: null }]],
      ['create', []],
    ]);
    expect((await planImport([child, parent], carryOut(both, alone))).counts.unchanged).toBe(2);
  });

  it('of 10,000 rows against 20,000 organizations takes seconds and lets others in between', async () => {
    const words = ['Cedar', 'Maple', 'Portage', 'Lakeview', 'Harbor', 'Union', 'Summit', 'Prairie', 'Gull', 'Comstock'];
    const nameOf = (n: number): string =>
      `${words[n % 10]} ${words[Math.floor(n / 10) % 10]}${words[Math.floor(n / 100) % 10].toLowerCase()} ${n} Public Schools`;
    const idOf = (n: number) => lea(`26${String(n).padStart(5, '0')}`);
    const existing = Array.from({ length: 20_000 }, (_, n) =>
      aKnown({ id: `k${n}`, name: nameOf(n), externalIds: [idOf(n)] }),
    );
    const drafts = Array.from({ length: 10_000 }, (_, n) =>
      aDraft({ name: nameOf(n * 3), externalIds: [idOf(n * 3)], sourceLine: n + 2 }),
    );
    let [turnsOfOthers, planning] = [0, true];
    const others = (): void => {
      turnsOfOthers += 1;
      if (planning) setImmediate(others);
    };
    setImmediate(others);
    const plan = await planImport(drafts, existing);
    planning = false;
    expect([plan.counts.unchanged, plan.counts.create]).toEqual([6667, 3333]);
    expect(turnsOfOthers).toBeGreaterThanOrEqual(20);
  });
});
