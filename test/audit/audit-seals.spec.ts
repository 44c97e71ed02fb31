import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Column, Entity } from 'typeorm';
import { AuditAnchors, AuditModule, AuditSealer, AuditVerifier, AuditWorkerModule } from '@platform/audit';
import { newId } from '@platform/context';
import { TenantRow } from '@platform/database';
import { Logger } from '@platform/http';
import { EventHandlers } from '@platform/jobs';
import { type Core, startCore, systemActor } from '../support/core';

@Entity('sealed_note')
class SealedNote extends TenantRow {
  @Column('text') title: string;
}

@Global()
@Module({ providers: [EventHandlers, Logger], exports: [EventHandlers, Logger] })
class NoQueues {}

const tables = `
  create table sealed_note (tenant_id uuid, id uuid, version int, created_at timestamptz, updated_at timestamptz,
    title text, primary key (tenant_id, id));
  call protect_tenant_table('sealed_note');`;
const folder = mkdtempSync(join(tmpdir(), 'braidway-seals-'));

let core: Core;
let tenantId: string;

const write = (title: string) =>
  core.database.transaction(systemActor(tenantId), (tx) => tx.rows(SealedNote).insert({ title }));
const seal = () => core.get(AuditSealer).run();
const verify = () => core.get(AuditVerifier).verify(tenantId);
const problems = async () => (await verify()).problems.map(({ kind, seq }) => (seq ? `${kind} ${seq}` : kind));
const anchorFile = () => join(folder, 'audit-anchors', `${tenantId}.jsonl`);
const tamper = (sql: string) => core.asSuperuser(sql, [tenantId]);

beforeAll(async () => {
  core = await startCore({ tables, imports: [NoQueues, AuditModule, AuditWorkerModule], env: { DATA_DIR: folder } });
});
afterAll(async () => {
  await core?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Three seals: of two events, of one and of one. */
beforeEach(async () => {
  tenantId = newId();
  await write('one');
  await write('two');
  await seal();
  await write('three');
  await seal();
  await write('four');
  await seal();
});

it('finds nothing wrong with a log that nobody touched', async () => {
  await write('five');
  expect(await verify()).toEqual({ tenantId, ok: true, seals: 3, sealed: 4, waiting: 1, anchored: 3, problems: [] });
});

it('seals a row that commits late', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const late = core.database.transaction(systemActor(tenantId), async (tx) => {
    await tx.rows(SealedNote).insert({ title: 'late' });
    await held;
  });
  await write('quick');
  await seal();
  release();
  await late;
  await seal();
  expect(await verify()).toMatchObject({ ok: true, seals: 5, sealed: 6, waiting: 0 });
});

it('seals every event once when several workers seal at once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => write(`note ${n}`)));
  await Promise.all([seal(), seal(), seal()]);
  expect(await verify()).toMatchObject({ ok: true, sealed: 24, waiting: 0 });
});

it('names the event that was changed', async () => {
  await tamper(`update audit_event set operation = 'someone-else' where tenant_id = $1 and id =
    (select event_ids[1] from audit_seal where tenant_id = $1 and seq = 2)`);
  expect(await problems()).toEqual(['event-changed 2']);
});

it('names the event that was deleted', async () => {
  await tamper(`delete from audit_event where tenant_id = $1 and id =
    (select event_ids[2] from audit_seal where tenant_id = $1 and seq = 1)`);
  expect(await problems()).toEqual(['event-missing 1']);
});

it('finds an event that was slipped in', async () => {
  await tamper(`insert into audit_event select tenant_id, gen_random_uuid(), version, created_at, updated_at, 'slipped',
    actor_kind, account_id, person_id, via, request_id, record_kind, record_id, change_kind, changes
    from audit_event where tenant_id = $1 limit 1`);
  expect(await problems()).toEqual(['event-not-sealed']);
});

it('finds that the tail was cut off, together with its seals', async () => {
  await tamper(`delete from audit_event where tenant_id = $1 and id in
    (select unnest(event_ids) from audit_seal where tenant_id = $1 and seq = 3)`);
  await tamper('delete from audit_seal where tenant_id = $1 and seq = 3');
  expect(await problems()).toEqual(['log-cut 3']);
  await write('after the cut');
  await seal();
  expect(await problems()).toEqual(['log-rewritten 3']);
});

it('finds a seal that was taken out of the middle or changed', async () => {
  await tamper(`update audit_seal set event_hashes = array['0'] where tenant_id = $1 and seq = 3`);
  expect(await problems()).toEqual(['seal-changed 3', 'event-changed 3']);
  await tamper('delete from audit_seal where tenant_id = $1 and seq = 2');
  expect(await problems()).toEqual([
    'seal-missing 2',
    'seal-changed 3',
    'chain-broken 3',
    'event-changed 3',
    'event-not-sealed',
  ]);
});

it('finds a chain that was rewritten consistently, by the anchors outside the database', async () => {
  await tamper(`update audit_event set operation = 'someone-else' where tenant_id = $1`);
  await tamper(`insert into audit_unsealed select tenant_id, id, event_ids from audit_seal where tenant_id = $1`);
  await tamper('delete from audit_seal where tenant_id = $1');
  await seal();
  expect(await problems()).toEqual(['log-rewritten 1', 'log-cut 2', 'log-cut 3']);
});

it('anchors again what a crash left half written', async () => {
  const lines = readFileSync(anchorFile(), 'utf8').trim().split('\n').filter(Boolean);
  expect(lines).toHaveLength(3);
  writeFileSync(anchorFile(), `${lines[0]}\n${lines[1]}\n`);
  appendFileSync(anchorFile(), lines[2].slice(0, 20));
  const restarted = new AuditSealer(core.database, core.get(AuditAnchors), core.get(Logger), new EventHandlers());
  await write('five');
  await restarted.run();
  expect(await verify()).toMatchObject({ ok: true, seals: 4, anchored: 4 });
});
