import { request } from 'node:http';
import { newId } from '@platform/context';
import { HttpCore, somebody } from '../support/http-core';
import { NOTE_TABLE, NotesModule } from '../support/notes';

let core: HttpCore;
beforeAll(async () => {
  core = await HttpCore.start({ tables: NOTE_TABLE, imports: [NotesModule] });
});
afterAll(() => core.close());

const ana = somebody();
type Problem = {
  code: string;
  status: number;
  detail: string;
  errors: { path: string; rule: string }[];
  requestId: string;
};

async function send(method: string, path: string, payload?: unknown, headers: Record<string, string> = {}) {
  const answer = await core.inject({
    method: method as 'GET',
    url: path.startsWith('/') ? path : `${ana.base}/${path}`,
    headers: { ...ana.headers, ...headers },
    payload: payload as string,
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<Problem>() };
}

const post = (payload: unknown, headers?: Record<string, string>) => send('POST', 'notes', payload, headers);
const json = { 'content-type': 'application/json' };
const paths = (problem: Problem) => problem.errors.map((error) => `${error.path} ${error.rule}`);

it('answers every refusal as a problem with its own code and the id of the request', async () => {
  const { status, headers, body } = await send('GET', `notes/${newId()}`);
  expect(status).toBe(404);
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(headers['x-request-id']).toBe(body.requestId);
  expect(body).toMatchObject({
    type: '/api/docs#problem-not-found',
    title: 'Not found',
    status: 404,
    code: 'not-found',
  });
});

it.each([
  ['broken JSON', '{"title": ', json, 400, 'unreadable'],
  ['an empty body', '', json, 400, 'unreadable'],
  ['a prototype key', '{"__proto__": {"x": 1}, "title": "a"}', json, 400, 'unreadable'],
  ['a body of 10 MB', JSON.stringify({ title: 'x'.repeat(10_000_000) }), json, 413, 'too-large'],
  ['lists in lists without end', `{"tags":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, json, 400, 'unreadable'],
  ['objects in objects without end', `${'{"tags":'.repeat(50_000)}1${'}'.repeat(50_000)}`, json, 400, 'unreadable'],
  ['a type that nobody reads', '<a/>', { 'content-type': 'application/xml' }, 415, 'unsupported-type'],
  ['plain text', '{"title":"a"}', { 'content-type': 'text/plain' }, 415, 'unsupported-type'],
  ['a form', 'title=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-type'],
])('refuses %s without an error of our own', async (_what, payload, headers, status, code) => {
  expect(await post(payload, headers)).toMatchObject({ status, body: { code, status } });
});

it('lets a sender of 10 MB finish, so that the refusal can be read', async () => {
  const { port } = new URL(await core.listen());
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { ...ana.headers, ...json, 'content-length': 10_000_000 };
    const sender = request({ port, method: 'POST', path: `${ana.base}/notes`, headers });
    let answered: number | undefined;
    sender.on('error', reject); // the connection was reset while the body was under way
    sender.on('response', (answer) => (answered = answer.resume().statusCode));
    const part = Buffer.alloc(100_000, 'x');
    void (async () => {
      for (let sent = 0; sent < 100; sent++) await new Promise((next) => sender.write(part, () => setImmediate(next)));
      sender.end(() => resolve(answered));
    })();
  });
  expect(status).toBe(413);
});

it.each([
  ['no body', undefined, ['title isString']],
  ['a list', [{ title: 'a' }], expect.arrayContaining([expect.any(String)])],
  ['a wrong type', { title: 7 }, ['title isString']],
  ['null', { title: null }, ['title isString']],
  ['an object', { title: { $gt: '' } }, ['title isString']],
  ['an unknown field', { title: 'a', tenantId: newId() }, ['tenantId unknown-field']],
  ['a wrong element of a list', { title: 'a', tags: [{ name: 'x' }, { name: 1 }] }, ['tags[1].name isString']],
  [
    'a number where an object belongs',
    { title: 'a', tags: [1] },
    expect.arrayContaining([expect.stringContaining('tags')]),
  ],
  ['a very long text', { title: 'x'.repeat(5000) }, ['title maxLength']],
  ['a fraction for a whole number', { title: 'a', rank: 1.5 }, ['rank isInt']],
])('names the field and the rule for %s', async (_what, payload, expected) => {
  const { status, body } = await post(payload);
  expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid' });
  expect(paths(body)).toEqual(Array.isArray(expected) ? expect.arrayContaining(expected) : expected);
});

it.each([
  ['a NUL character', { title: 'a\u0000b' }],
  ['a number that is too large', { title: 'a', rank: 3_000_000_000 }],
  ['a day that does not exist', { title: 'a', dueOn: '2026-02-30' }],
  ['a day long gone', { title: 'a', dueOn: '-271821-04-20' }],
])('refuses %s as a wrong value, not as an error of our own', async (_what, payload) => {
  const answer = await post(payload);
  expect([201, 422]).toContain(answer.status);
  if (JSON.stringify(payload).includes('u0000')) expect(answer.status).toBe(422);
});

it('refuses half a character wherever it stands, and names the field', async () => {
  expect(await post({ title: 'a \ud800 b' })).toMatchObject({ status: 422, body: { errors: [{ path: 'title' }] } });
  const nested = await post({ title: 'a', tags: [{ name: 'x' }, { name: '\udfff' }] });
  expect(nested).toMatchObject({ status: 422, body: { errors: [{ path: 'tags[1].name', rule: 'well-formed' }] } });
  expect(await post({ title: 'whole: 😀' })).toMatchObject({ status: 201 });
});

it.each([
  ['an unknown parameter', 'notes?color=red', 422],
  ['a limit that is too large', 'notes?limit=201', 422],
  ['a limit that is no number', 'notes?limit=ten', 422],
  ['a limit of none', 'notes?limit=0', 422],
  ['a doubled parameter', 'notes?title=a&title=b', 422],
  ['a NUL character', 'notes?title=a%00b', 422],
  ['broken percent signs', 'notes?title=%E0%A4%A', 200],
  ['an order that the list does not have', 'notes?sort=password', 400],
  ['an order by a built-in name', 'notes?sort=constructor', 400],
  ['a cursor of nonsense', 'notes?cursor=xyz', 400],
  ['an id that is none', 'notes/1%20or%201=1', 404],
  ['a very long id', `notes/${'a'.repeat(2000)}`, 400],
  ['an address that nobody has', 'nothing', 404],
])('answers %s in an address with a problem', async (_what, path, status) => {
  const answer = await send('GET', path);
  expect({ status: answer.status, code: answer.body.code }).toEqual({
    status,
    code: status === 200 ? undefined : expect.any(String),
  });
});

it('asks for a version, and refuses one that is unreadable or old', async () => {
  const { body } = (await post({ title: 'a' })) as never as { body: { id: string } };
  const patch = (headers: Record<string, string>) => send('PATCH', `notes/${body.id}`, { title: 'b' }, headers);
  expect(await patch({})).toMatchObject({ status: 428, body: { code: 'version-required' } });
  expect(await patch({ 'if-match': '1' })).toMatchObject({ status: 400 });
  expect(await patch({ 'if-match': '"99999999999999999999"' })).toMatchObject({ status: 400 });
  expect(await patch({ 'if-match': '"7"' })).toMatchObject({ status: 412, body: { code: 'stale-version' } });
  expect(await patch({ 'if-match': '"1"' })).toMatchObject({ status: 200 });
  expect(await patch({ 'if-match': '"1"' })).toMatchObject({ status: 412 });
});

it('shows nobody the text of an unexpected error', async () => {
  const answer = await post({ title: 'a', behave: 'break' });
  expect(answer).toMatchObject({ status: 500, body: { code: 'unexpected' } });
  expect(JSON.stringify(answer.body)).not.toContain('broken after');
});

it('refuses who is not signed in, and hides another tenant', async () => {
  const other = somebody();
  expect(await send('GET', 'notes', undefined, { 'x-as': 'nobody' })).toMatchObject({ status: 401 });
  expect(await send('GET', `${other.base}/notes`)).toMatchObject({ status: 404 });
  expect(await send('GET', '/api/v1/t/a%00b/notes')).toMatchObject({ status: 404 });
});

it('sets the headers of safety on every answer', async () => {
  for (const path of ['notes', 'nothing', `${ana.base.replace(ana.tenantId, 'x')}/notes`]) {
    const { headers } = await send('GET', path);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String),
    });
  }
});
