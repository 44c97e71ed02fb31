import { Module } from '@nestjs/common';
import { Column, Entity } from 'typeorm';
import { Access } from '@platform/access';
import { newId } from '@platform/context';
import { TenantRow, type Tx } from '@platform/database';
import { Trace, TraceHttpModule } from '@platform/trace';
import { HttpCore, somebody } from '../support/http-core';

@Entity('trace_gap')
class TraceGap extends TenantRow {
  @Column('text') name: string;
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
}

@Entity('trace_task')
class TraceTask extends TenantRow {
  @Column('text') name: string;
}

@Module({})
class KindsModule {
  constructor(trace: Trace, access: Access) {
    trace.describe('gap', { entity: TraceGap, title: (gap) => gap.name });
    trace.describe('task', { entity: TraceTask, title: (task) => task.name });
    access.register((actor, allow) => {
      allow('read', TraceGap, { ownerId: actor.personId });
      if (actor.is('lead')) allow('read', TraceTask);
    });
  }
}

const row =
  'tenant_id uuid, id uuid, version int, created_at timestamptz, updated_at timestamptz, primary key (tenant_id, id)';
const tables = `
  create table trace_gap (${row}, name text, owner_id uuid); call protect_tenant_table('trace_gap');
  create table trace_task (${row}, name text); call protect_tenant_table('trace_task');`;
const as = (role: string) => ({
  grants: [{ role, scope: 'tenant' as const, scopeId: null, organizationIds: [], partnershipIds: [] }],
});

let core: HttpCore;
beforeAll(async () => {
  core = await HttpCore.start({ tables, imports: [TraceHttpModule, KindsModule] });
});
afterAll(() => core?.close());

type Person = ReturnType<typeof somebody>;
const write = <T>(person: Person, work: (tx: Tx) => Promise<T>) => core.database.transaction(person.actor, work);
const gap = (person: Person, name: string, ownerId = person.actor.personId) =>
  write(person, (tx) => tx.rows(TraceGap).insert({ name, ownerId }));
const task = (person: Person, name: string) => write(person, (tx) => tx.rows(TraceTask).insert({ name }));
const link = (person: Person, from: TenantRow, to: TenantRow) => {
  const node = (record: TenantRow) => ({ kind: record instanceof TraceGap ? 'gap' : 'task', id: record.id });
  return write(person, (tx) => core.app.get(Trace).link(tx, { from: node(from), to: node(to), kind: 'serves' }));
};
const thread = async (person: Person, kind: string, id: string) => {
  const answer = await core.inject({ url: `${person.base}/threads?kind=${kind}&id=${id}`, headers: person.headers });
  return { status: answer.statusCode, ...answer.json() };
};
const titles = (answer: { nodes: { title: string }[] }) => answer.nodes.map(({ title }) => title).sort();

it('follows the thread both ways, and round in circles only once', async () => {
  const me = somebody(undefined, as('lead'));
  const [cause, middle, result] = [await gap(me, 'cause'), await task(me, 'middle'), await gap(me, 'result')];
  await link(me, cause, middle);
  await link(me, cause, middle);
  await link(me, middle, result);
  await link(me, result, cause);
  const answer = await thread(me, 'task', middle.id);
  expect(titles(answer)).toEqual(['cause', 'middle', 'result']);
  expect(answer.links).toHaveLength(3);
  expect(answer).toMatchObject({ complete: true, start: { kind: 'task', id: middle.id } });
});

it('shows nothing of a record that the viewer may not read, and nothing that lies behind it', async () => {
  const me = somebody(undefined, as('lead'));
  const mine = await gap(me, 'mine');
  const shared = await task(me, 'shared');
  const secret = await gap(me, 'secret', newId());
  const behind = await task(me, 'behind');
  await link(me, mine, shared);
  await link(me, shared, secret);
  await link(me, secret, behind);
  const answer = await thread(me, 'gap', mine.id);
  expect(titles(answer)).toEqual(['mine', 'shared']);
  expect(answer.links).toHaveLength(1);
  expect(JSON.stringify(answer)).not.toContain(secret.id);
  expect((await thread(me, 'gap', secret.id)).status).toBe(404);
});

it('hides a whole kind from a viewer whose role does not read it', async () => {
  const me = somebody(undefined, as('lead'));
  const coach = somebody(me.tenantId, as('coach'));
  const seen = await gap(me, 'seen', coach.actor.personId);
  await link(me, seen, await task(me, 'hidden'));
  expect(titles(await thread(coach, 'gap', seen.id))).toEqual(['seen']);
});

it('takes a link back', async () => {
  const me = somebody(undefined, as('lead'));
  const [from, to] = [await gap(me, 'from'), await task(me, 'to')];
  await link(me, from, to);
  const step = { from: { kind: 'gap', id: from.id }, to: { kind: 'task', id: to.id }, kind: 'serves' };
  await write(me, (tx) => core.app.get(Trace).unlink(tx, step));
  expect(titles(await thread(me, 'gap', from.id))).toEqual(['from']);
});

it('does not find records of another tenant, of an unknown kind, or without an id', async () => {
  const me = somebody(undefined, as('lead'));
  const stranger = somebody(undefined, as('lead'));
  const mine = await gap(me, 'mine');
  expect((await thread(stranger, 'gap', mine.id)).status).toBe(404);
  expect((await thread(me, 'nothing', mine.id)).status).toBe(404);
  expect((await thread(me, 'gap', 'x')).status).toBe(422);
  expect((await thread(somebody(me.tenantId), 'gap', mine.id)).status).toBe(403);
});
