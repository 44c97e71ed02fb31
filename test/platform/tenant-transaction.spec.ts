import { Column, Entity } from 'typeorm';
import { newId, NotFound, StaleVersion } from '@platform/context';
import { Database, TenantRow, type Tx } from '@platform/database';
import { type Core, startCore, systemActor } from '../support/core';

@Entity('probe')
class Probe extends TenantRow {
  @Column('text') title: string;
  @Column('jsonb', { nullable: true }) detail: object | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('bigint', { name: 'amount_cents', default: 0 }) amountCents: number;
  @Column('text', { array: true, nullable: true }) tags: string[] | null;
}

const TABLES = `
  create table probe (
    tenant_id uuid not null, id uuid not null, version int not null, created_at timestamptz not null,
    updated_at timestamptz not null, title text not null, detail jsonb, due_on date, amount_cents bigint not null default 0, tags text[],
    primary key (tenant_id, id));
  call protect_tenant_table('probe');`;

let core: Core;
let database: Database;
beforeAll(async () => {
  core = await startCore({ tables: TABLES, env: { DATABASE_POOL_SIZE: '5' } });
  database = core.database;
});
afterAll(() => core.close());

const add = (tx: Tx, title: string) => tx.rows(Probe).insert({ title });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets each caller wait until all have come. */
function meeting(size: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void;
  const gate = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++arrived === size) open();
    return gate;
  };
}

it('keeps 200 parallel use cases of alternating tenants apart on five connections', async () => {
  const actors = [systemActor(), systemActor()];
  const seen = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      database.transaction(actors[index % 2], async (tx) => {
        await add(tx, `of tenant ${index % 2}`);
        const rows = await tx.query<{ title: string; tenant: string }>(
          `select title, current_setting('app.tenant_id') as tenant from probe where tenant_id = any($1)`,
          [actors.map((actor) => actor.tenantId)],
        );
        return { own: index % 2, rows };
      }),
    ),
  );
  for (const { own, rows } of seen) {
    expect(new Set(rows.map((row) => row.title))).toEqual(new Set([`of tenant ${own}`]));
    expect(new Set(rows.map((row) => row.tenant))).toEqual(new Set([actors[own].tenantId]));
  }
  const all = await core.asSuperuser<{ n: string }>('select count(*) as n from probe where tenant_id = any($1)', [
    actors.map((actor) => actor.tenantId),
  ]);
  expect(Number(all[0].n)).toBe(200);
});

it('leaves no tenant behind on a connection, whether the use case succeeded or failed', async () => {
  const actor = systemActor();
  await database.transaction(actor, (tx) => add(tx, 'mine'));
  await expect(
    database.transaction(actor, async (tx) => {
      await add(tx, 'gone');
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  const after = await Promise.all(
    Array.from({ length: 5 }, () =>
      database.system('health', (tx) =>
        tx.query<{ tenant: string | null; n: number }>(
          `select nullif(current_setting('app.tenant_id', true), '') as tenant, (select count(*) from probe) as n`,
        ),
      ),
    ),
  );
  expect(after.flat()).toEqual(Array.from({ length: 5 }, () => ({ tenant: null, n: 0 })));
  const kept = await core.asSuperuser<{ title: string }>('select title from probe where tenant_id = $1', [
    actor.tenantId,
  ]);
  expect(kept).toEqual([{ title: 'mine' }]);
});

it('refuses a query that comes after the end, and never lets it reach another tenant', async () => {
  const actor = systemActor();
  let late: Promise<unknown> | undefined;
  await database.transaction(actor, async (tx) => {
    await add(tx, 'in time');
    late = pause(30).then(() => add(tx, 'too late'));
  });
  await expect(late).rejects.toThrow(/has ended|already released/);
  const rows = await core.asSuperuser('select title from probe where tenant_id = $1', [actor.tenantId]);
  expect(rows).toEqual([{ title: 'in time' }]);
});

it('refuses the queries of a branch that goes on after its sibling has failed', async () => {
  const actor = systemActor();
  const branches: Promise<unknown>[] = [];
  const failing = database.transaction(actor, (tx) => {
    branches.push(
      tx.query('select 1 / 0'),
      tx.query('select pg_sleep(0.02)').then(() => add(tx, 'orphan')),
    );
    return Promise.all(branches);
  });
  await expect(failing).rejects.toThrow('division by zero');
  await expect(branches[1]).rejects.toThrow();
  expect(await database.read(actor, (tx) => tx.rows(Probe).find({}))).toEqual([]);
});

it('refuses a transaction inside a transaction', async () => {
  const actor = systemActor();
  const nested = database.transaction(actor, () => database.transaction(actor, (tx) => add(tx, 'inner')));
  await expect(nested).rejects.toThrow('A transaction is already open here');
  const system = database.transaction(actor, () => database.system('health', async () => undefined));
  await expect(system).rejects.toThrow('A transaction is already open here');
});

it('refuses a tenant id that is no uuid before it is written into SQL', async () => {
  const actor = systemActor(`x'; drop table probe; --`);
  expect(() => database.transaction(actor, async () => undefined)).toThrow('no valid tenant');
});

it('runs a deadlocked use case again until both have won', async () => {
  const actor = systemActor();
  const [a, b] = await database.transaction(actor, (tx) => tx.rows(Probe).insertAll([{ title: 'a' }, { title: 'b' }]));
  const both = meeting(2);
  let runs = 0;
  const swap = (first: string, second: string) =>
    database.transaction(actor, async (tx) => {
      runs++;
      await tx.rows(Probe).lock(first);
      if (runs <= 2) await both();
      await tx.rows(Probe).lock(second);
      const row = await tx.rows(Probe).get(first);
      row.title += '!';
      await tx.rows(Probe).update(row);
    });
  await Promise.all([swap(a.id, b.id), swap(b.id, a.id)]);
  expect(runs).toBe(3);
  const titles = await database.read(actor, (tx) => tx.rows(Probe).find({}));
  expect(titles.map((row) => row.title).sort()).toEqual(['a!', 'b!']);
});

it('does not report success when an SQL error was swallowed on the way', async () => {
  const actor = systemActor();
  const swallowed = database.transaction(actor, async (tx) => {
    await add(tx, 'lost');
    await tx.query('select 1 / 0').catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow('rolled back');
  expect(await database.read(actor, (tx) => tx.rows(Probe).find({}))).toEqual([]);
});

it('tells the reason of a failure, not its aftermath, when queries were sent together', async () => {
  const both = database.transaction(systemActor(), (tx) =>
    Promise.all([
      tx.query('select 1').then(() => tx.query('select 1 / 0')),
      tx.query('select 1').then(() => add(tx, 'x')),
    ]),
  );
  await expect(both).rejects.toThrow('division by zero');
});

it('goes on after an error in the very first statement', async () => {
  const actor = systemActor();
  for (let i = 0; i < 6; i++)
    await expect(database.transaction(actor, (tx) => tx.query('select 1 / 0'))).rejects.toThrow('division by zero');
  await database.transaction(actor, (tx) => add(tx, 'fine'));
  expect(await database.read(actor, (tx) => tx.rows(Probe).find({}))).toHaveLength(1);
});

it('gives its connection back when the server cuts it', async () => {
  const actor = systemActor();
  for (let i = 0; i < 6; i++)
    await expect(
      database.transaction(actor, (tx) => tx.query('select pg_terminate_backend(pg_backend_pid())')),
    ).rejects.toThrow();
  await expect(database.read(actor, (tx) => tx.query('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
});

it('refuses writes in a read', async () => {
  await expect(database.read(systemActor(), (tx) => add(tx, 'x'))).rejects.toThrow('read-only transaction');
});

it('sends nothing at all for a use case without a query', async () => {
  await expect(database.transaction(systemActor(), async () => 'done')).resolves.toBe('done');
});

it('keeps days as days, instants as dates, cents as numbers, and documents and lists as they are', async () => {
  const actor = systemActor();
  const values = {
    title: 'Ñandú "x"',
    detail: { b: [1, { c: null }], a: 'x' },
    dueOn: '2026-03-08',
    amountCents: 123_456_789_012,
    tags: ['a,b', '"q"', ''],
  };
  const written = await database.transaction(actor, (tx) => tx.rows(Probe).insert(values));
  const read = await database.read(actor, (tx) => tx.rows(Probe).get(written.id));
  expect(read).toMatchObject(values);
  expect(read.createdAt).toBeInstanceOf(Date);
  expect(read.createdAt).toEqual(written.createdAt);
});

it('writes only what changed, counts the version up, and records the change', async () => {
  const actor = systemActor();
  const { id } = await database.transaction(actor, (tx) => tx.rows(Probe).insert({ title: 'a', detail: { n: 1 } }));
  const changes = await database.transaction(actor, async (tx) => {
    const row = await tx.rows(Probe).forChange(id, { version: 1 });
    row.detail = { n: 2 };
    await tx.rows(Probe).update(row);
    await tx.rows(Probe).update(row);
    expect(row.version).toBe(2);
    return tx.changes;
  });
  expect(changes).toMatchObject([
    { entity: Probe, table: 'probe', id, kind: 'update', before: { detail: { n: 1 } }, after: { detail: { n: 2 } } },
  ]);
  expect(Object.keys(changes[0].after!)).toEqual(['detail']);
});

it('refuses a stale version, and lets only one of two writers with the same version win', async () => {
  const actor = systemActor();
  const { id } = await database.transaction(actor, (tx) => add(tx, 'a'));
  const write = (title: string) =>
    database.transaction(actor, async (tx) => {
      const row = await tx.rows(Probe).forChange(id, { version: 1 });
      row.title = title;
      return tx.rows(Probe).update(row);
    });
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => write(`w${index}`)));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  const lost = results.filter((result) => result.status === 'rejected');
  expect(lost.every((result) => result.reason instanceof StaleVersion)).toBe(true);
  const row = await database.read(actor, (tx) => tx.rows(Probe).get(id));
  expect(row.version).toBe(2);
});

it('lets writers of one row wait for each other, so that no change is lost', async () => {
  const actor = systemActor();
  const { id } = await database.transaction(actor, (tx) => tx.rows(Probe).insert({ title: 'sum', amountCents: 0 }));
  await Promise.all(
    Array.from({ length: 50 }, () =>
      database.transaction(actor, async (tx) => {
        const row = await tx.rows(Probe).forChange(id);
        row.amountCents += 1;
        await tx.rows(Probe).update(row);
      }),
    ),
  );
  expect((await database.read(actor, (tx) => tx.rows(Probe).get(id))).amountCents).toBe(50);
});

it('does not find rows of another tenant, whatever way they are asked for', async () => {
  const { id } = await database.transaction(systemActor(), (tx) => add(tx, 'theirs'));
  const other = systemActor();
  await expect(database.transaction(other, (tx) => tx.rows(Probe).get(id))).rejects.toThrow(NotFound);
  await expect(database.transaction(other, (tx) => tx.rows(Probe).visible(id))).rejects.toThrow(NotFound);
  await expect(database.transaction(other, (tx) => tx.rows(Probe).forChange(id))).rejects.toThrow(NotFound);
  const raw = await database.transaction(other, (tx) => tx.query('select 1 from probe where id = $1', [id]));
  expect(raw).toEqual([]);
});

it('refuses to write a row into another tenant', async () => {
  const theirs = newId();
  const write = database.transaction(systemActor(), (tx) =>
    tx.query(
      `insert into probe (tenant_id, id, version, created_at, updated_at, title) values ($1, $2, 1, $3, $3, 'x')`,
      [theirs, newId(), tx.now],
    ),
  );
  await expect(write).rejects.toThrow('row-level security');
});

it('deletes a row and records what was in it', async () => {
  const actor = systemActor();
  const { id } = await database.transaction(actor, (tx) => add(tx, 'short-lived'));
  const changes = await database.transaction(actor, async (tx) => {
    await tx.rows(Probe).delete(await tx.rows(Probe).forChange(id));
    return tx.changes;
  });
  expect(changes).toMatchObject([{ kind: 'delete', id, before: { title: 'short-lived' }, after: null }]);
  expect(await database.read(actor, (tx) => tx.rows(Probe).find({ id }))).toEqual([]);
});

it('runs the hooks in the same commit, and rolls everything back when one throws', async () => {
  const actor = systemActor();
  const seen: string[] = [];
  const refuse = { on: false };
  database.onCommit({
    beforeCommit: async (tx, changes) => {
      if (tx.tenantId !== actor.tenantId) return;
      seen.push(...changes.map((change) => String(change.after?.title)));
      if (refuse.on) throw new Error('the log is full');
    },
  });
  await database.transaction(actor, (tx) => add(tx, 'first'));
  refuse.on = true;
  await expect(database.transaction(actor, (tx) => add(tx, 'second'))).rejects.toThrow('the log is full');
  expect(seen).toEqual(['first', 'second']);
  const rows = await database.read(actor, (tx) => tx.rows(Probe).find({}));
  expect(rows.map((row) => row.title)).toEqual(['first']);
});
