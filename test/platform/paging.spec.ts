import * as fc from 'fast-check';
import { Actor } from '@platform/context';
import { HttpCore, somebody } from '../support/http-core';
import { Note, NOTE_TABLE, NotesModule } from '../support/notes';

let core: HttpCore;
beforeAll(async () => {
  core = await HttpCore.start({ tables: NOTE_TABLE, imports: [NotesModule] });
});
afterAll(() => core.close());

type Row = Pick<Note, 'title' | 'rank' | 'dueOn'>;
type Item = Row & { id: string };
interface Answer {
  items: Item[];
  nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
type Person = ReturnType<typeof somebody>;

async function withNotes(rows: Row[]): Promise<Person> {
  const person = somebody();
  await core.database.transaction(Actor.system(person.tenantId, 'job:test'), (tx) => tx.rows(Note).insertAll(rows));
  return person;
}

async function page(person: Person, query: string): Promise<Answer> {
  const answer = await core.inject({ method: 'GET', url: `${person.base}/notes?${query}`, headers: person.headers });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<Answer>();
}

async function allPages(person: Person, sort: string, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor = ''; ;) {
    const next: Answer = await page(person, `sort=${sort}&limit=${limit}${cursor}`);
    items.push(...next.items);
    expect(next.items.length).toBeLessThanOrEqual(limit);
    if (next.nextCursor === null) return items;
    cursor = `&cursor=${next.nextCursor}`;
  }
}

/** The order as it is promised: nulls last in both directions, ties by id in the direction of the last field. */
function sorted(items: Item[], sort: string): Item[] {
  const fields = sort
    .split(',')
    .map((part) => ({ name: part.replace('-', '') as keyof Row, down: part.startsWith('-') }));
  return [...items].sort((a, b) => {
    for (const { name, down } of fields) {
      const [x, y] = [a[name], b[name]];
      if (x === y) continue;
      if (x === null) return 1;
      if (y === null) return -1;
      return (x < y ? -1 : 1) * (down ? -1 : 1);
    }
    return (a.id < b.id ? -1 : 1) * (fields.at(-1)!.down ? -1 : 1);
  });
}

const row = fc.record({
  title: fc.constantFrom('a', 'b', 'c'),
  rank: fc.option(fc.integer({ min: -2, max: 2 })),
  dueOn: fc.option(fc.constantFrom('2026-01-01', '2026-02-01')),
});
const sort = fc
  .uniqueArray(fc.constantFrom('title', 'rank', 'dueOn'), { minLength: 1 })
  .chain((names) => fc.tuple(...names.map((name) => fc.constantFrom(name, `-${name}`))))
  .map((names) => names.join(','));

it('shows every row once and in order, whatever the order, the ties, the nulls and the size of the pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 25 }),
      sort,
      fc.integer({ min: 1, max: 7 }),
      async (rows, by, limit) => {
        const person = await withNotes(rows);
        const items = await allPages(person, by, limit);
        expect(items).toEqual(sorted(items, by));
        expect(new Set(items.map((item) => item.id)).size).toBe(rows.length);
        expect((await page(person, `sort=${by}&limit=1`)).total).toBe(rows.length);
      },
    ),
    { numRuns: 60 },
  );
}, 240_000);

it('sorts by instants', async () => {
  const person = somebody();
  for (let n = 0; n < 5; n++)
    await core.database.transaction(Actor.system(person.tenantId, 'job:test'), (tx) =>
      tx.rows(Note).insertAll([n, n].map((rank) => ({ title: 'x', rank, dueOn: null }))),
    );
  const ranks = async (by: string) => (await allPages(person, by, 3)).map((item) => item.rank);
  expect(await ranks('createdAt')).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  expect(await ranks('-createdAt')).toEqual([4, 4, 3, 3, 2, 2, 1, 1, 0, 0]);
});

it('neither repeats nor skips a row when others come and go between two pages', async () => {
  const person = await withNotes(['b', 'd', 'f', 'h'].map((title) => ({ title, rank: null, dueOn: null })));
  const first = await page(person, 'sort=title&limit=2');
  await core.database.transaction(Actor.system(person.tenantId, 'job:test'), async (tx) => {
    await tx.rows(Note).insertAll(['a', 'e'].map((title) => ({ title, rank: null, dueOn: null })));
    const [b] = await tx.rows(Note).find({ title: 'b' });
    await tx.rows(Note).delete(b);
  });
  const second = await page(person, `sort=title&limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map((item) => item.title)).toEqual(['b', 'd', 'e', 'f']);
});

it.each([
  ['nonsense', 'xyz'],
  ['another order', Buffer.from('["rank","a","x"]').toString('base64url')],
  ['too few values', Buffer.from('["title","a"]').toString('base64url')],
  ['an object for a value', Buffer.from('["title",{"a":1},"x"]').toString('base64url')],
  ['an id that is none', Buffer.from('["title","a","x"]').toString('base64url')],
  [
    'a value with a NUL',
    Buffer.from('["title","a\\u0000","018f0000-0000-7000-8000-000000000000"]').toString('base64url'),
  ],
])('refuses a cursor with %s', async (_what, cursor) => {
  const person = await withNotes([]);
  const answer = await core.inject({
    method: 'GET',
    url: `${person.base}/notes?sort=title&cursor=${cursor}`,
    headers: person.headers,
  });
  expect([400, 422]).toContain(answer.statusCode);
});

it('counts exactly up to ten thousand, and says when it stops', async () => {
  const person = await withNotes([]);
  await core.asSuperuser(
    `insert into note (tenant_id, id, version, created_at, updated_at, title)
     select $1, gen_random_uuid(), 1, now(), now(), 'n' || i from generate_series(1, 10001) i`,
    [person.tenantId],
  );
  expect(await page(person, 'limit=1')).toMatchObject({ total: 10_000, totalIsExact: false });
  await core.asSuperuser(`delete from note where tenant_id = $1 and title = 'n1'`, [person.tenantId]);
  expect(await page(person, 'limit=1')).toMatchObject({ total: 10_000, totalIsExact: true });
  expect(await page(person, 'limit=1&title=n7')).toMatchObject({ total: 1, nextCursor: null });
});
