import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@platform/config';
import { newId } from '@platform/context';
import { MailHttpModule } from '@platform/mail';
import { FolderTransport } from '../../libs/platform/mail/src/delivery/folder-transport';
import { HttpCore } from '../support/http-core';

const folder = mkdtempSync(join(tmpdir(), 'braidway-mailbox-'));
const transport = new FolderTransport(loadConfig({ DATA_DIR: folder }));
const ids = Array.from({ length: 3 }, () => newId());
let core: HttpCore;
beforeAll(async () => {
  core = await HttpCore.start({ imports: [MailHttpModule], env: { DATA_DIR: folder, DEMO: 'true' } });
  for (const [n, id] of ids.entries())
    await transport.deliver({
      ...{ id, to: n === 1 ? 'Bo@example.org' : 'ana@example.org', subject: `Noticia ñ ${n}` },
      text: `See:\nhttps://braidway.example/l/${n}?a=1&b=2\n\nand https://braidway.example/`,
      html: `<p>See <a href="https://braidway.example/l/${n}?a=1&amp;b=2">this</a></p>`,
      date: new Date(Date.UTC(2026, 0, 1 + n)),
    });
});
afterAll(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path = '', more: object = {}) => core.inject({ method: 'GET', url: `/api/v1/demo/mail${path}`, ...more });

it('shows the mails of the demo, newest first, with their parts and links', async () => {
  const { items, total } = (await get()).json<{ items: object[]; total: number }>();
  expect(total).toBe(3);
  expect(items.map((mail) => (mail as { id: string }).id)).toEqual([...ids].reverse());
  expect(items[2]).toEqual({
    ...{ id: ids[0], subject: 'Noticia ñ 0', to: ['ana@example.org'], date: '2026-01-01T00:00:00.000Z' },
    text: 'See:\nhttps://braidway.example/l/0?a=1&b=2\n\nand https://braidway.example/',
    html: expect.stringContaining('<a href="https://braidway.example/l/0?a=1&amp;b=2">'),
    links: ['https://braidway.example/l/0?a=1&b=2', 'https://braidway.example/'],
  });
  expect((await get(`/${ids[0]}`)).json()).toEqual(items[2]);
});

it('finds the mails to one address, page by page', async () => {
  const found = (await get('?to=bo@EXAMPLE.org')).json<{ items: { id: string }[] }>();
  expect(found.items.map((mail) => mail.id)).toEqual([ids[1]]);
  const first = (await get('?to=ana@example.org&limit=1')).json<{ items: { id: string }[]; nextCursor: string }>();
  expect(first).toMatchObject({ items: [{ id: ids[2] }], total: 2 });
  const second = (await get(`?to=ana@example.org&limit=1&cursor=${first.nextCursor}`)).json<object>();
  expect(second).toMatchObject({ items: [{ id: ids[0] }], nextCursor: null });
});

it('knows nothing of mails that are not there, or of other files', async () => {
  expect((await get(`/${newId()}`)).statusCode).toBe(404);
  expect((await get('/..%2f..%2fetc%2fpasswd')).statusCode).toBe(404);
});

it('is not there for another machine', async () => {
  expect((await get('', { remoteAddress: '10.1.2.3' })).statusCode).toBe(404);
  expect((await get(`/${ids[0]}`, { remoteAddress: '10.1.2.3' })).statusCode).toBe(404);
  expect((await get('', { headers: { 'x-forwarded-for': '10.1.2.3' } })).statusCode).toBe(404);
  expect((await get('', { remoteAddress: '10.1.2.3', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(
    404,
  );
  expect((await get('', { remoteAddress: '::1' })).statusCode).toBe(200);
});

it('is not there outside of the demo', async () => {
  const production = await HttpCore.start({ imports: [MailHttpModule], env: { DATA_DIR: folder } });
  const answer = await production.inject({ method: 'GET', url: '/api/v1/demo/mail' });
  expect(answer.statusCode).toBe(404);
  await production.close();
});
