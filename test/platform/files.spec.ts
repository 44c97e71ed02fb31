import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Config } from '@platform/config';
import { Actor } from '@platform/context';
import { FileAccess, Files, FilesHttpModule, FilesModule, StoredFile } from '@platform/files';
import { HttpCore, somebody } from '../support/http-core';
import { eventually } from '../support/eventually';

const shared = new Set<string>();

@Module({})
class EvidenceModule {
  constructor(access: FileAccess) {
    access.register({ name: 'evidence', mayRead: async (_tx, actor) => shared.has(actor.personId!) });
    access.register({ name: 'minutes', mayRead: async () => false });
  }
}

const folder = mkdtempSync(join(tmpdir(), 'braidway-files-'));
let core: HttpCore;
let address: string;
beforeAll(async () => {
  core = await HttpCore.start({
    imports: [FilesModule, FilesHttpModule, EvidenceModule],
    env: { DATA_DIR: folder, FILE_MEGABYTES: '2' },
  });
  address = await core.listen();
});
afterAll(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

type Person = ReturnType<typeof somebody>;
const incoming = () => {
  const path = Files.incomingFolder(core.app.get(Config));
  return existsSync(path) ? readdirSync(path) : [];
};

function form(content: Buffer | string, name: string, type: string, purpose = 'evidence'): FormData {
  const body = new FormData();
  body.append('file', new Blob([content as never], { type }), name);
  body.append('purpose', purpose);
  return body;
}

async function upload(
  person: Person,
  content: Buffer | string,
  name = 'notes.txt',
  type = 'text/plain',
  purpose?: string,
) {
  const answer = await fetch(`${address}${person.base}/files`, {
    method: 'POST',
    headers: person.headers,
    body: form(content, name, type, purpose),
  });
  return { status: answer.status, body: (await answer.json()) as { id: string; code?: string } };
}

const get = (person: Person, path: string) =>
  fetch(`${address}${person.base}/files${path}`, { headers: person.headers });

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('takes a file in, and gives exactly its bytes back as something to save', async () => {
  const ana = somebody();
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_500_000)]);
  const { status, body } = await upload(ana, content, 'Plan «año».pdf', 'application/pdf');
  expect(status).toBe(201);
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(body).toMatchObject({
    ...{ name: 'Plan «año».pdf', type: 'application/pdf', size: content.length, sha256, purpose: 'evidence' },
    ...{ version: 2, attached: false, allowed: ['delete'] },
  });
  const answer = await get(ana, `/${body.id}/content`);
  expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(content.length),
    'content-disposition': `attachment; filename="Plan _a_o_.pdf"; filename*=UTF-8''Plan%20%C2%ABa%C3%B1o%C2%BB.pdf`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  expect(incoming()).toEqual([]);
});

it('corrects a declared type and an ending that lie', async () => {
  const { body } = await upload(somebody(), PNG, 'budget.xlsx', 'application/vnd.ms-excel');
  expect(body).toMatchObject({ type: 'image/png', name: 'budget.png' });
});

it.each([
  ['a program with the name of a picture', Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), 'photo.png', 'image/png'],
  ['a web page with the name of a text', '<!DOCTYPE html><script>alert(1)</script>', 'notes.txt', 'text/plain'],
  [
    'a drawing with a script',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    'a.svg',
    'image/svg+xml',
  ],
  ['a shell script', '#!/bin/sh\nrm -rf /', 'readme.txt', 'text/plain'],
  ['something unknown', Buffer.from([1, 2, 3, 0, 255, 254]), 'data.txt', 'text/plain'],
])('refuses %s', async (_what, content, name, type) => {
  const ana = somebody();
  const { status, body } = await upload(ana, content, name, type);
  expect({ status, code: body.code }).toEqual({ status: 415, code: 'files.type-refused' });
  expect((await (await get(ana, '')).json()) as object).toMatchObject({ total: 0 });
  expect(incoming()).toEqual([]);
});

it('refuses a file that is too large, empty, missing, or for no known purpose', async () => {
  const ana = somebody();
  expect(await upload(ana, Buffer.alloc(2_097_152, 'a'))).toMatchObject({ status: 201 });
  expect(await upload(ana, Buffer.alloc(2_097_153, 'a'))).toMatchObject({
    status: 413,
    body: { code: 'files.too-large' },
  });
  expect(await upload(ana, Buffer.alloc(9_000_000, 'a'))).toMatchObject({
    status: 413,
    body: { code: 'files.too-large' },
  });
  expect(await upload(ana, '')).toMatchObject({ status: 422, body: { code: 'files.empty' } });
  expect(await upload(ana, 'x', 'a.txt', 'text/plain', 'gossip')).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'purpose', message: expect.stringContaining('evidence, minutes') }] },
  });
  const json = await fetch(`${address}${ana.base}/files`, {
    method: 'POST',
    headers: { ...ana.headers, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(json.status).toBe(400);
  expect(incoming()).toEqual([]);
});

const PART = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc';

it.each([
  ['has no boundary', 'multipart/form-data', PART],
  ['is no form', 'multipart/form-data; boundary=b', 'nothing'],
  ['ends in the middle of the file', 'multipart/form-data; boundary=b', PART],
])('refuses a form that %s as unreadable', async (_what, type, body) => {
  const ana = somebody();
  const headers = { ...ana.headers, 'content-type': type };
  const answer = await fetch(`${address}${ana.base}/files`, { method: 'POST', headers, body });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'unreadable']);
  expect(incoming()).toEqual([]);
});

it('leaves nothing behind when an upload breaks off', async () => {
  const ana = somebody();
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const head = `POST ${ana.base}/files HTTP/1.1\r\nhost: x\r\nx-as: ${ana.headers['x-as']}\r\ncontent-length: 900000\r\n`;
  socket.write(`${head}content-type: multipart/form-data; boundary=b\r\n\r\n--b\r\n`);
  socket.write('content-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
  socket.write('a'.repeat(300_000));
  await eventually(() => expect(incoming()).toHaveLength(1));
  socket.destroy();
  await eventually(() => expect(incoming()).toEqual([]));
  expect((await (await get(ana, '')).json()) as object).toMatchObject({ items: [], total: 0 });
});

it('shows a file to its owner and through records, and to nobody else', async () => {
  const ana = somebody();
  const bo = somebody(ana.tenantId);
  const { body } = await upload(ana, 'secret');
  expect((await get(ana, `/${body.id}`)).status).toBe(200);
  expect((await get(bo, `/${body.id}`)).status).toBe(404);
  expect((await get(bo, `/${body.id}/content`)).status).toBe(404);
  shared.add(bo.actor.personId!);
  expect((await get(bo, `/${body.id}/content`)).status).toBe(200);
  const bos = (await (await get(bo, '')).json()) as { items: unknown[] };
  expect(bos.items).toEqual([]);
  const stranger = somebody();
  shared.add(stranger.actor.personId!);
  expect((await get(stranger, `/${body.id}/content`)).status).toBe(404);
});

it('lists the own files, newest first, page by page', async () => {
  const ana = somebody();
  const names = ['a', 'b', 'c'].map((name) => `${name}.txt`);
  for (const name of names) await upload(ana, name, name);
  type Page = { items: { name: string }[]; nextCursor: string | null; total: number };
  const first = (await (await get(ana, '?limit=2')).json()) as Page;
  expect(first).toMatchObject({ items: [{ name: 'c.txt' }, { name: 'b.txt' }], total: 3 });
  const second = (await (await get(ana, `?limit=2&cursor=${first.nextCursor}`)).json()) as Page;
  expect(second).toMatchObject({ items: [{ name: 'a.txt' }], nextCursor: null });
});

it('gives a file to one record, whose use protects it', async () => {
  const ana = somebody();
  const bo = somebody(ana.tenantId);
  const files = core.app.get(Files);
  const { body } = await upload(ana, 'proof');
  const attach = (who: Person, purpose = 'evidence') =>
    core.database.transaction(who.actor, (tx) => files.attach(tx, body.id, purpose));
  await expect(attach(bo)).rejects.toThrow('no such file');
  await expect(attach(ana, 'minutes')).rejects.toThrow('was uploaded for "evidence"');
  await attach(ana);
  await expect(attach(ana)).rejects.toMatchObject({ code: 'files.in-use' });
  const remove = (version: number) =>
    fetch(`${address}${ana.base}/files/${body.id}`, {
      method: 'DELETE',
      headers: { ...ana.headers, 'if-match': `"${version}"` },
    });
  expect((await remove(3)).status).toBe(409);
  await core.database.transaction(Actor.system(ana.tenantId, 'job:test'), (tx) => files.detach(tx, body.id));
  expect((await remove(3)).status).toBe(412);
  expect((await remove(4)).status).toBe(204);
  expect((await get(ana, `/${body.id}`)).status).toBe(404);
  const events = await core.asSuperuser(
    `select payload from outbox where type = 'files.content-orphaned.v1' and tenant_id = $1`,
    [ana.tenantId],
  );
  expect(events).toEqual([{ payload: { storageKey: expect.stringContaining(ana.tenantId) } }]);
});

it('takes in what the platform makes itself', async () => {
  const actor = Actor.system(somebody().tenantId, 'job:test');
  const { Readable } = await import('node:stream');
  const file = await core.app.get(Files).store(actor, 'minutes', {
    ...{ content: Readable.from(['a,b\n', '1,2\n']), name: 'list.csv', declaredType: 'text/csv' },
  });
  expect(file).toBeInstanceOf(StoredFile);
  expect(file).toMatchObject({ type: 'text/csv', ownerPersonId: null, size: 8 });
});
