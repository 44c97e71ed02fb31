import { HttpCore, somebody } from '../support/http-core';
import { NOTE_TABLE, NotesModule } from '../support/notes';

let core: HttpCore;
beforeAll(async () => {
  core = await HttpCore.start({ tables: NOTE_TABLE, imports: [NotesModule], env: { DATABASE_POOL_SIZE: '5' } });
});
afterAll(() => core.close());

it('answers 200 requests of two tenants at once on five connections, each with its own records only', async () => {
  const people = [somebody(), somebody()];
  const url = await core.listen();
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const { headers, base } = people[index % 2];
      const sent = await fetch(`${url}${base}/notes`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ title: `of ${index % 2}` }),
      });
      const list = await fetch(`${url}${base}/notes?limit=200`, { headers });
      const { items } = (await list.json()) as { items: { title: string }[] };
      return { of: index % 2, status: [sent.status, list.status], titles: items.map((item) => item.title) };
    }),
  );
  for (const { of, status, titles } of answers) {
    expect(status).toEqual([201, 200]);
    expect(new Set(titles)).toEqual(new Set([`of ${of}`]));
  }
  const counts = await core.asSuperuser<{ tenant_id: string; n: string }>(
    'select tenant_id, count(*) as n from note group by tenant_id',
  );
  const expected = Object.fromEntries(people.map((person) => [person.tenantId, 100]));
  expect(Object.fromEntries(counts.map((row) => [row.tenant_id, Number(row.n)]))).toEqual(expected);
});
