import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { Actor } from '@platform/context';
import { HttpCore, somebody } from '../support/http-core';
import { Note, NOTE_TABLE, NotesModule } from '../support/notes';

const TITLES = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'Ñandú, "quoted"\nsecond line', 'plain'];
const ana = somebody();
let core: HttpCore;
beforeAll(async () => {
  core = await HttpCore.start({ tables: NOTE_TABLE, imports: [NotesModule] });
  await core.database.transaction(Actor.system(ana.tenantId, 'job:test'), (tx) =>
    tx.rows(Note).insertAll(TITLES.map((title, rank) => ({ title, rank, dueOn: rank === 0 ? '2026-03-08' : null }))),
  );
});
afterAll(() => core.close());

const get = (query: string, accept = 'application/json') =>
  core.inject({ method: 'GET', url: `${ana.base}/notes?sort=rank${query}`, headers: { ...ana.headers, accept } });

it.each([
  ['?format=csv', '&format=csv', undefined],
  ['its Accept header', '', 'text/csv'],
])('gives a list as CSV by %s, with nothing a spreadsheet would run', async (_what, query, accept) => {
  const answer = await get(query, accept);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="notes.csv"',
  });
  expect(answer.rawPayload.subarray(0, 3).toString('hex')).toBe('efbbbf');
  const rows = parse<Record<string, string>>(answer.body, { bom: true, columns: true });
  expect(rows.map((row) => row.title)).toEqual([
    ...["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1"],
    ...['Ñandú, "quoted"\nsecond line', 'plain'],
  ]);
  expect(rows[0]).toEqual({ title: "'=1+1", rank: '0', dueOn: '2026-03-08' });
});

it.each([
  ['?format=xlsx', '&format=xlsx', undefined],
  ['its Accept header', '', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('gives a list as a spreadsheet by %s, text as text and numbers as numbers', async (_what, query, accept) => {
  const answer = await get(query, accept);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="notes.xlsx"',
  });
  const [sheet] = await readXlsxFile(answer.rawPayload);
  expect(sheet.data[0]).toEqual(['title', 'rank', 'dueOn']);
  expect(sheet.data.slice(1).map((row) => row[0])).toEqual(TITLES.map((title) => title.trim())); // the reader trims
  expect(sheet.data[1]).toEqual(['=1+1', 0, '2026-03-08']);
  expect(sheet.data[2]).toEqual(['+1', 1, null]);
});

it('puts all rows of the filter into a file, not one page', async () => {
  const rows = parse((await get('&format=csv&limit=2')).body, { bom: true, columns: true });
  expect(rows).toHaveLength(TITLES.length);
});

it('keeps the filter and the rights', async () => {
  const rows = parse((await get('&format=csv&title=plain')).body, { bom: true, columns: true });
  expect(rows).toEqual([{ title: 'plain', rank: '6', dueOn: '' }]);
  const other = somebody();
  const answer = await core.inject({
    method: 'GET',
    url: `${ana.base}/notes?format=csv`,
    headers: other.headers,
  });
  expect(answer.statusCode).toBe(404);
});

it('answers a list without rows with a file that has none', async () => {
  const answer = await get('&format=xlsx&title=nothing');
  expect(answer.statusCode).toBe(200);
  const [sheet] = await readXlsxFile(answer.rawPayload);
  expect(sheet.data).toEqual([]);
});

it('gives what is no list as it is', async () => {
  const answer = await core.inject({
    method: 'GET',
    url: `${ana.base}/notes?format=pdf`,
    headers: ana.headers,
  });
  expect(answer.statusCode).toBe(422);
});
