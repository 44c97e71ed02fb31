import { newId } from '@platform/context';
import { HttpCore, somebody } from '../support/http-core';
import { eventually } from '../support/eventually';
import { Gate, NOTE_TABLE, NotesModule } from '../support/notes';

let core: HttpCore;
let gate: Gate;
beforeAll(async () => {
  core = await HttpCore.start({ tables: NOTE_TABLE, imports: [NotesModule] });
  gate = core.app.get(Gate);
});
afterAll(() => core.close());
afterEach(() => gate.release());

type Person = ReturnType<typeof somebody>;

async function post(person: Person, key: string | undefined, payload: object) {
  const answer = await core.inject({
    method: 'POST',
    url: `${person.base}/notes`,
    headers: { ...person.headers, ...(key === undefined ? {} : { 'idempotency-key': key }) },
    payload,
  });
  return {
    status: answer.statusCode,
    replayed: answer.headers['idempotency-replayed'],
    body: answer.json<{ id: string; code?: string }>(),
  };
}

const written = async (person: Person) =>
  (
    await core.asSuperuser<{ title: string }>('select title from note where tenant_id = $1 order by id', [
      person.tenantId,
    ])
  ).map((row) => row.title);

it('answers a repeated request with the first answer, and changes nothing', async () => {
  const ana = somebody();
  const key = newId();
  const first = await post(ana, key, { title: 'a' });
  const again = await post(ana, key, { title: 'a' });
  expect(first).toMatchObject({ status: 201, replayed: undefined });
  expect(again).toEqual({ ...first, replayed: 'true' });
  expect(await written(ana)).toEqual(['a']);
});

it('refuses the same key for another request', async () => {
  const ana = somebody();
  const key = newId();
  await post(ana, key, { title: 'a' });
  expect(await post(ana, key, { title: 'b' })).toMatchObject({
    status: 422,
    body: { code: 'idempotency-other-request' },
  });
  expect(await written(ana)).toEqual(['a']);
});

it('keeps the keys of two people apart', async () => {
  const [ana, bo] = [somebody(), somebody()];
  const key = 'the same key';
  await post(ana, key, { title: 'of ana' });
  expect(await post(bo, key, { title: 'of bo' })).toMatchObject({ status: 201, replayed: undefined });
  expect(await written(bo)).toEqual(['of bo']);
});

it('refuses a repeat while the first is under way, and of many at once carries out one', async () => {
  const ana = somebody();
  const key = newId();
  gate.close();
  const before = gate.entered;
  const all = Array.from({ length: 10 }, () => post(ana, key, { title: 'once' }));
  await eventually(() => expect(gate.entered).toBe(before + 1));
  const late = await Promise.race(all);
  expect(late).toMatchObject({ status: 409, body: { code: 'idempotency-in-flight' } });
  gate.release();
  const answers = await Promise.all(all);
  // one that came late, after the gate was opened, may hear the first answer again instead of "under way"
  const carriedOut = answers.filter((answer) => answer.status === 201 && !answer.replayed);
  expect(carriedOut).toHaveLength(1);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect(await written(ana)).toEqual(['once']);
});

it('lets a refused request be sent again, corrected, under its key', async () => {
  const ana = somebody();
  const key = newId();
  expect(await post(ana, key, { title: 'a\u0000' })).toMatchObject({ status: 422 });
  expect(await post(ana, key, { title: 'a' })).toMatchObject({ status: 201 });
});

it('does not carry out again what was committed before its answer was lost', async () => {
  const ana = somebody();
  const key = newId();
  expect(await post(ana, key, { title: 'a', behave: 'break' })).toMatchObject({ status: 500 });
  expect(await post(ana, key, { title: 'a', behave: 'break' })).toMatchObject({
    status: 409,
    body: { code: 'idempotency-answer-lost' },
  });
  expect(await written(ana)).toEqual(['a']);
});

it('carries out again what a killed process had only begun, and the late commit of the old one fails', async () => {
  const ana = somebody();
  const key = newId();
  gate.close();
  const before = gate.entered;
  const old = post(ana, key, { title: 'old and new' }); // stands for a process that hangs
  await eventually(() => expect(gate.entered).toBe(before + 1));
  await core.asSuperuser(
    `update idempotency_key set created_at = created_at - interval '2 minutes' where state = 'in_flight'`,
  );
  const taken = post(ana, key, { title: 'old and new' });
  await eventually(() => expect(gate.entered).toBe(before + 2));
  gate.release();
  const [late, fresh] = await Promise.all([old, taken]);
  expect(late).toMatchObject({ status: 409, body: { code: 'idempotency-taken-over' } });
  expect(fresh).toMatchObject({ status: 201 });
  expect(await written(ana)).toEqual(['old and new']);
  expect(await post(ana, key, { title: 'old and new' })).toMatchObject({
    status: 201,
    replayed: 'true',
    body: fresh.body,
  });
});

it('keeps neither keys nor answers readable', async () => {
  const ana = somebody();
  await post(ana, 'my-secret-key', { title: 'a very private title' });
  const rows = await core.asSuperuser('select * from idempotency_key');
  expect(JSON.stringify(rows)).not.toMatch(/my-secret-key|very private/);
});

it('refuses a key that is empty or endless, and asks for none', async () => {
  const ana = somebody();
  expect(await post(ana, '', { title: 'a' })).toMatchObject({ status: 400 });
  expect(await post(ana, 'x'.repeat(201), { title: 'a' })).toMatchObject({ status: 400 });
  expect(await post(ana, undefined, { title: 'a' })).toMatchObject({ status: 201 });
  expect(await post(ana, undefined, { title: 'a' })).toMatchObject({ status: 201 });
  expect(await written(ana)).toEqual(['a', 'a']);
});
