import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Column, Entity } from 'typeorm';
import { AuditConcealment, AuditHttpModule, PersonKeys } from '@platform/audit';
import { Actor, newId } from '@platform/context';
import { Concealed, Personal, TenantRow, type Tx } from '@platform/database';
import { HttpCore, somebody } from '../support/http-core';

@Entity('audit_note')
class AuditNote extends TenantRow {
  @Column('text') title: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Personal('ownerId') @Column('text', { nullable: true }) phone: string | null;
}

@Concealed()
@Entity('audit_answer')
class AuditAnswer extends TenantRow {
  @Column('text') level: string;
}

const row =
  'tenant_id uuid, id uuid, version int, created_at timestamptz, updated_at timestamptz, primary key (tenant_id, id)';
const tables = `
  create table audit_note (${row}, title text, owner_id uuid, phone text); call protect_tenant_table('audit_note');
  create table audit_answer (${row}, level text); call protect_tenant_table('audit_answer');`;

const at = (role: string, scope: 'tenant' | 'region' = 'tenant') => ({
  grants: [{ role, scope, scopeId: null, organizationIds: [], partnershipIds: [] }],
});

let core: HttpCore;
const folder = mkdtempSync(join(tmpdir(), 'braidway-audit-'));
beforeAll(async () => {
  core = await HttpCore.start({ tables, imports: [AuditHttpModule], env: { DATA_DIR: folder } });
});
afterAll(async () => {
  await core?.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => core.database.transaction(actor, work);
const log = async (person: ReturnType<typeof somebody>, query = '') => {
  const answer = await core.inject({ url: `${person.base}/audit-events${query}`, headers: person.headers });
  return { status: answer.statusCode, ...answer.json() };
};

it('keeps one row for each changed row, with who, what, before and after', async () => {
  const admin = somebody(undefined, at('state_admin'));
  const note = await write(admin.actor, (tx) => tx.rows(AuditNote).insert({ title: 'first', ownerId: newId() }));
  await write(admin.actor, async (tx) => {
    const found = await tx.rows(AuditNote).get(note.id);
    await tx.rows(AuditNote).update(Object.assign(found, { title: 'second' }));
    await tx.rows(AuditNote).update(Object.assign(found, { title: 'third' }));
  });
  const { items, total } = await log(admin, `?recordKind=audit_note&recordId=${note.id}`);
  expect(total).toBe(2);
  expect(items[0]).toMatchObject({
    operation: 'session:test',
    actorKind: 'person',
    personId: admin.actor.personId,
    changeKind: 'update',
    concealed: false,
    changes: [{ field: 'title', before: 'first', after: 'third', deleted: false }],
  });
  expect(items[1].changes).toContainEqual({ field: 'title', before: null, after: 'first', deleted: false });
});

it('keeps nothing of what was rolled back, nor of a row that came and went in one commit', async () => {
  const admin = somebody(undefined, at('state_admin'));
  const failing = write(admin.actor, async (tx) => {
    await tx.rows(AuditNote).insert({ title: 'never', ownerId: newId() });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await write(admin.actor, async (tx) => {
    await tx.rows(AuditNote).delete(await tx.rows(AuditNote).insert({ title: 'brief', ownerId: newId() }));
  });
  expect((await log(admin)).items).toEqual([]);
});

it('encrypts personal values with the key of their person; destroying the key deletes them, now and later', async () => {
  const admin = somebody(undefined, at('auditor'));
  const [ownerId, otherId] = [newId(), newId()];
  const notes = await write(admin.actor, (tx) =>
    tx.rows(AuditNote).insertAll([
      { title: 'hers', ownerId, phone: '269-555-0100' },
      { title: 'his', ownerId: otherId, phone: '269-555-0199' },
    ]),
  );
  const stored = await core.asSuperuser<{ changes: string }>(
    'select changes::text from audit_event where tenant_id = $1',
    [admin.tenantId],
  );
  expect(stored.map(({ changes }) => changes).join()).not.toContain('269-555');
  const phones = async () =>
    Object.fromEntries(
      (await log(admin, '?changeKind=insert')).items.map((item: never) => {
        const { recordId, changes } = item as { recordId: string; changes: { field: string }[] };
        return [recordId, changes.find(({ field }) => field === 'phone')];
      }),
    );
  expect((await phones())[notes[0].id]).toMatchObject({ after: '269-555-0100', deleted: false });
  await write(admin.actor, (tx) => core.app.get(PersonKeys).destroy(tx, ownerId));
  expect((await phones())[notes[0].id]).toMatchObject({ before: null, after: null, deleted: true });
  expect((await phones())[notes[1].id]).toMatchObject({ after: '269-555-0199', deleted: false });
  await write(admin.actor, async (tx) => {
    const hers = await tx.rows(AuditNote).get(notes[0].id);
    await tx.rows(AuditNote).update(Object.assign(hers, { phone: null }));
  });
  const [erased] = (await log(admin, '?changeKind=update')).items;
  expect(erased.changes).toEqual([{ field: 'phone', before: null, after: null, deleted: true }]);
});

it('shows of a concealed record that it changed, and what only when its module reveals it', async () => {
  const admin = somebody(undefined, at('state_admin'));
  const answer = await write(admin.actor, (tx) => tx.rows(AuditAnswer).insert({ level: 'emerging' }));
  const query = `?recordId=${answer.id}`;
  expect((await log(admin, query)).items[0]).toMatchObject({ concealed: true, changes: [], changeKind: 'insert' });
  let open = true;
  core.app.get(AuditConcealment).register(AuditAnswer, async (_tx, ids) => (open ? [] : ids));
  expect((await log(admin, query)).items[0]).toMatchObject({ concealed: true, changes: [] });
  open = false;
  expect((await log(admin, query)).items[0].changes).toEqual([
    { field: 'level', before: null, after: 'emerging', deleted: false },
  ]);
});

it('is read by administrators and auditors of the whole tenant, and by nobody else', async () => {
  const admin = somebody(undefined, at('state_admin'));
  await write(admin.actor, (tx) => tx.rows(AuditNote).insert({ title: 'seen', ownerId: newId() }));
  expect((await log(admin)).total).toBe(1);
  expect((await log(somebody(admin.tenantId, at('auditor')))).total).toBe(1);
  expect((await log(somebody(admin.tenantId, at('auditor', 'region')))).status).toBe(403);
  expect((await log(somebody(admin.tenantId, at('coach')))).status).toBe(403);
  expect((await log(somebody(undefined, at('state_admin')))).total).toBe(0);
});

it('is found by person, operation and time', async () => {
  const admin = somebody(undefined, at('state_admin'));
  const other = somebody(admin.tenantId, at('state_admin'));
  await write(admin.actor, (tx) => tx.rows(AuditNote).insert({ title: 'mine', ownerId: newId() }));
  await write(other.actor, (tx) => tx.rows(AuditNote).insert({ title: 'theirs', ownerId: newId() }));
  const total = async (query: string) => (await log(admin, query)).total;
  expect(await total(`?personId=${other.actor.personId}`)).toBe(1);
  expect(await total('?operation=session:test')).toBe(2);
  expect(await total('?operation=other')).toBe(0);
  expect(await total('?from=2100-01-01')).toBe(0);
  expect(await total('?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z')).toBe(2);
  expect((await log(admin, '?from=yesterday')).status).toBe(422);
});

it('cannot be changed or deleted by the application', async () => {
  const admin = somebody(undefined, at('state_admin'));
  await write(admin.actor, (tx) => tx.rows(AuditNote).insert({ title: 'kept', ownerId: newId() }));
  for (const sql of [`update audit_event set operation = 'x'`, 'delete from audit_event', 'delete from audit_seal'])
    await expect(write(admin.actor, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
});
