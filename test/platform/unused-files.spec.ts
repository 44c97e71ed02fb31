import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { Client } from 'pg';
import { Clock, type ShiftedClock } from '@platform/clock';
import { newId } from '@platform/context';
import { Database } from '@platform/database';
import { FileAccess, Files, FilesModule, FilesWorkerModule, FileStorage, StoredFile } from '@platform/files';
import { systemActor } from '../support/core';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { startWorker } from '../support/worker';

@Module({})
class ProofModule {
  constructor(access: FileAccess) {
    access.register({ name: 'proof', mayRead: async () => true });
  }
}

const folder = mkdtempSync(join(tmpdir(), 'braidway-unused-'));
const actor = systemActor();
let storage: TestDatabase;
let worker: INestApplicationContext;
let clock: ShiftedClock;
let files: Files;
beforeAll(async () => {
  storage = await cloneDatabase();
  const owner = new Client({ connectionString: storage.superuserUrl });
  await owner.connect();
  await owner.query(
    `insert into tenant (id, slug, name, time_zone, created_at, updated_at) values ($1, 'michigan', 'Michigan', 'America/Detroit', now(), now())`,
    [actor.tenantId],
  );
  await owner.end();
  worker = await startWorker(storage, [FilesModule, ProofModule, FilesWorkerModule], { DATA_DIR: folder });
  clock = worker.get(Clock);
  files = worker.get(Files);
});
afterAll(async () => {
  await worker.close();
  await storage.drop();
  rmSync(folder, { recursive: true, force: true });
});

const store = (text: string) =>
  files.store(actor, 'proof', { content: Readable.from([text]), name: 'a.txt', declaredType: 'text/plain' });
const database = () => worker.get(Database);
const path = (file: StoredFile) => join(folder, 'files/stored', file.storageKey);
const left = () => database().read(actor, (tx) => tx.rows(StoredFile).find({}));

it('removes what no record has used for a day, with its bytes, and keeps the rest', async () => {
  clock.moveTo(new Date('2031-06-19T15:00:00Z'));
  const [used, unused] = [await store('same words'), await store('same words')];
  await database().transaction(actor, (tx) => files.attach(tx, used.id, 'proof'));
  const brokenOff = await database().transaction(actor, (tx) =>
    tx.rows(StoredFile).insert({ ...unused, id: newId(), storageKey: 'never/stored', storedAt: null }),
  );
  expect([used, unused].every((file) => existsSync(path(file)))).toBe(true);

  clock.moveTo(new Date('2031-06-20T07:11:00Z')); // ten past three in Detroit, sixteen hours later: too early
  const young = await store('young');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect((await left()).map((file) => file.id).sort()).toEqual(
    [used, unused, brokenOff, young].map((f) => f.id).sort(),
  );

  clock.moveTo(new Date('2031-06-21T07:10:30Z'));
  await eventually(async () =>
    expect((await left()).map((file) => file.id).sort()).toEqual([used.id, young.id].sort()),
  );
  await eventually(() => expect(existsSync(path(unused))).toBe(false));
  expect(existsSync(path(used))).toBe(true);
  await expect(worker.get(FileStorage).open(used.storageKey)).resolves.toBeDefined();
});
