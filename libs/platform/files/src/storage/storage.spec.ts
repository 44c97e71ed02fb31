import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { loadConfig } from '@platform/config';
import type { FileStorage } from './file-storage';
import { FolderStorage } from './folder-storage';
import { S3Storage } from './s3-storage';

const folder = mkdtempSync(join(tmpdir(), 'braidway-storage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const objects = new Map<string, Buffer>();
const seen: IncomingMessage[] = [];
let refuse = false;

/** Speaks as much of S3 as is used: it checks the hash and the length that were signed. */
function bucket(): Server {
  return createServer((request, response) => {
    void buffer(request).then((body) => {
      seen.push(request);
      const hash = createHash('sha256').update(body).digest('hex');
      const key = request.url!;
      if (refuse || request.headers['x-amz-content-sha256'] !== hash) response.writeHead(403).end('<Error/>');
      else if (request.method === 'PUT') response.writeHead(objects.set(key, body) && 200).end();
      else if (request.method === 'DELETE') response.writeHead(objects.delete(key) ? 204 : 204).end();
      else response.writeHead(objects.has(key) ? 200 : 404).end(objects.get(key));
    });
  });
}

const server = bucket();
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

function content(bytes: Buffer) {
  const path = join(folder, 'incoming');
  writeFileSync(path, bytes);
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function storages(): Record<string, FileStorage> {
  const { port } = server.address() as { port: number };
  const { s3 } = loadConfig({ S3_URL: `s3+http://key:se%2Fcret@127.0.0.1:${port}/files?region=us-west-2` });
  return { folder: new FolderStorage(join(folder, 'stored')), bucket: new S3Storage(s3!) };
}

describe.each(['folder', 'bucket'])('a storage in a %s', (name) => {
  it('gives back what was put in, and nothing after it was removed', async () => {
    const storage = storages()[name];
    const bytes = Buffer.from('ñ'.repeat(200_000));
    await storage.put('tenant/ab/key', content(bytes));
    expect((await buffer(await storage.open('tenant/ab/key'))).equals(bytes)).toBe(true);
    await storage.remove('tenant/ab/key');
    await expect(storage.open('tenant/ab/key')).rejects.toThrow();
    await expect(storage.remove('tenant/ab/key')).resolves.toBeUndefined();
  });
});

it('moves the temporary file instead of copying it', async () => {
  await storages().folder.put('tenant/cd/key', content(Buffer.from('x')));
  expect(readdirSync(folder)).not.toContain('incoming');
});

it('signs each request to a bucket, and reports a refusal', async () => {
  const storage = storages().bucket;
  await storage.put('k', content(Buffer.from('x')));
  expect(seen.at(-1)!.url).toBe('/files/k');
  expect(seen.at(-1)!.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/us-west-2\/s3\/aws4_request/,
  );
  refuse = true;
  await expect(storage.put('k', content(Buffer.from('x')))).rejects.toThrow('answered PUT with 403');
  refuse = false;
});
