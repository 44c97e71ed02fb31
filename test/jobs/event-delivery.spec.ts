import { type INestApplicationContext, Module } from '@nestjs/common';
import { Client } from 'pg';
import { Clock, ShiftedClock } from '@platform/clock';
import { Actor, newId } from '@platform/context';
import { Database } from '@platform/database';
import { type Attempt, EventHandlers, JobsService } from '@platform/jobs';
import { Outbox, OutboxRelay } from '@platform/outbox';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { startWorker, until } from '../support/worker';

const HAPPENED = 'test.fact-happened.v1';
const ORDERED = 'test.effect-ordered.v1';
const tenantId = newId();
const admin = new Actor({
  kind: 'person',
  tenantId,
  accountId: newId(),
  personId: newId(),
  via: 'session:test',
  grants: [{ role: 'state_admin', scope: 'tenant', scopeId: null, organizationIds: [], partnershipIds: [] }],
});

const sent: Attempt[] = [];
const days: string[] = [];
let refuse = false;
let settleFails = 0;

@Module({})
class TestHandlersModule {
  constructor(handlers: EventHandlers) {
    handlers.on(HAPPENED, 'write-down', async (tx, event) => {
      await tx.query('insert into effect_log (event_id, handler) values ($1, $2)', [event.id, 'write-down']);
      if (refuse) throw new Error('ana@example.org has no mailbox');
    });
    handlers.on(HAPPENED, 'write-down-too', async (tx, event) => {
      await tx.query('insert into effect_log (event_id, handler) values ($1, $2)', [event.id, 'write-down-too']);
    });
    handlers.outside<string, { id: string }>(ORDERED, 'send', {
      prepare: async (_tx, event) => (event.payload.skip ? null : String(event.payload.text)),
      send: async (_prepared, attempt) => {
        sent.push(attempt);
        return { id: attempt.id };
      },
      settle: async (tx, event, result) => {
        if (settleFails-- > 0) throw new Error('could not settle');
        await tx.query('insert into effect_log (event_id, handler) values ($1, $2)', [event.id, `settle ${result.id}`]);
      },
    });
    handlers.daily('digest', '06:00', async (_tx, event) => void days.push(String(event.payload.day)));
  }
}

let database: TestDatabase;
let app: INestApplicationContext;
let client: Client;

const append = (type: string, payload: Record<string, string | boolean> = {}, runAfter?: Date) =>
  app
    .get(Database)
    .transaction(Actor.system(tenantId, 'test'), (tx) => app.get(Outbox).append(tx, { type, payload }, runAfter));
const effects = async (eventId: string) =>
  (await client.query('select handler from effect_log where event_id = $1 order by handler', [eventId])).rows.map(
    (row) => row.handler as string,
  );
const letters = async (eventId: string) =>
  (await client.query('select * from dead_letter where event_id = $1', [eventId])).rows;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query('create table effect_log (event_id uuid, handler text)');
  await client.query('grant all on effect_log to braidway_app');
  await client.query(
    `insert into tenant (id, slug, name, time_zone, created_at, updated_at)
     values ($1, 'test', 'Test', 'America/Detroit', now(), now())`,
    [tenantId],
  );
  app = await startWorker(database, [TestHandlersModule]);
});

afterAll(async () => {
  await app?.close();
  await client?.end();
  await database?.drop();
});

it('brings an event to each of its handlers once', async () => {
  const id = await append(HAPPENED);
  await until(async () => (await effects(id)).length === 2);
  expect(await effects(id)).toEqual(['write-down', 'write-down-too']);
});

it('does not announce what was rolled back', async () => {
  const database = app.get(Database);
  let id = '';
  const failing = database.transaction(Actor.system(tenantId, 'test'), async (tx) => {
    id = await app.get(Outbox).append(tx, { type: HAPPENED, payload: {} });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const later = await append(HAPPENED);
  await until(async () => (await effects(later)).length === 2);
  expect(await effects(id)).toEqual([]);
});

it('keeps what was given up without personal data, and has an administrator try it again', async () => {
  refuse = true;
  const id = await append(HAPPENED);
  await until(async () => (await letters(id)).length === 1);
  const [letter] = await letters(id);
  expect(letter).toMatchObject({ handler: 'write-down', event_type: HAPPENED, attempts: 2, resolved_at: null });
  expect(letter.error).toMatch(/^Error at test\/jobs\/event-delivery\.spec\.ts:\d+$/);
  expect(await effects(id)).toEqual(['write-down-too']);
  refuse = false;
  await app.get(JobsService).replay(admin, letter.id as string);
  await until(async () => (await letters(id))[0].resolved_at !== null);
  expect(await effects(id)).toEqual(['write-down', 'write-down-too']);
  await expect(app.get(JobsService).replay(admin, letter.id as string)).rejects.toThrow(/only a failed one/);
});

it('hides the dead letters of a tenant from another', async () => {
  const [letter] = (await client.query('select id from dead_letter limit 1')).rows;
  const stranger = new Actor({ kind: 'person', tenantId: newId(), via: 'session:test', grants: [...admin.grants] });
  await expect(app.get(JobsService).replay(stranger, letter.id as string)).rejects.toThrow(/no such/);
});

it('sends an outside effect once although writing it down failed at first', async () => {
  settleFails = 1;
  sent.length = 0;
  const id = await append(ORDERED, { text: 'hello' });
  await until(async () => (await effects(id)).length === 1);
  expect(sent).toEqual([{ id, number: 1 }]);
  expect(await effects(id)).toEqual([`settle ${id}`]);
});

it('does nothing for an outside effect that is not wanted any more', async () => {
  sent.length = 0;
  const id = await append(ORDERED, { skip: true });
  await until(async () => (await client.query('select 1 from inbox where event_id = $1', [id])).rowCount === 1);
  expect(sent).toEqual([]);
});

async function handedOver(ago: string): Promise<string> {
  const id = newId();
  await client.query(
    `insert into outbox (id, tenant_id, type, payload, run_after, created_at, relayed_at, handlers)
     values ($1, $2, $3, '{}', now(), now(), now() - $4::interval, array['write-down'])`,
    [id, tenantId, HAPPENED, ago],
  );
  return id;
}

it('hands over again what the queue has lost, but not what it may still be working on', async () => {
  const lost = await handedOver('10 minutes');
  const fresh = await handedOver('1 minute');
  expect(await app.get(OutboxRelay).relayLost()).toBe(1);
  await until(async () => (await effects(lost)).length === 1);
  expect(await effects(fresh)).toEqual([]);
});

it('removes events a day after all their handlers are done, and no others', async () => {
  const [done, open] = [await handedOver('25 hours'), await handedOver('25 hours')];
  await client.query('insert into inbox values ($1, $2, $3, now())', [tenantId, done, 'write-down']);
  await client.query(
    `insert into idempotency_key values ('old', $1, '', 'done', 200, '', now() - interval '25 hours')`,
    [done],
  );
  await client.query(`update schedule set next_at = now() - interval '1 hour' where name = 'clean-up-jobs'`);
  const left = async () =>
    (await client.query('select id from outbox where id = any($1)', [[done, open]])).rows.map(
      (row) => row.id as string,
    );
  await until(async () => (await left()).length === 1);
  expect(await left()).toEqual([open]);
  expect((await client.query('select 1 from inbox where event_id = $1', [done])).rowCount).toBe(0);
  await until(async () => (await client.query(`select 1 from idempotency_key where id = 'old'`)).rowCount === 0);
});

it('holds an event back until the clock reaches its time', async () => {
  const clock = app.get(Clock) as ShiftedClock;
  const later = await append(HAPPENED, {}, new Date('2031-06-15T13:00:00Z'));
  const now = await append(HAPPENED);
  await until(async () => (await effects(now)).length === 2);
  expect(await effects(later)).toEqual([]);
  clock.moveTo(new Date('2031-06-15T14:00:00Z'));
  await until(async () => (await effects(later)).length === 2);
});

it('begins the daily work of a tenant once a day, not before its hour there', async () => {
  const clock = app.get(Clock) as ShiftedClock;
  clock.moveTo(new Date('2031-06-20T09:59:00Z')); // one minute to six in Detroit
  const early = await append(HAPPENED);
  await until(async () => (await effects(early)).length === 2);
  expect(days).not.toContain('2031-06-20');
  clock.moveTo(new Date('2031-06-20T10:00:01Z'));
  await until(() => days.includes('2031-06-20'));
  clock.moveTo(new Date('2031-06-20T20:00:00Z'));
  const evening = await append(HAPPENED);
  await until(async () => (await effects(evening)).length === 2);
  expect(days.filter((day) => day === '2031-06-20')).toHaveLength(1);
});
