import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import { Config } from '@platform/config';
import { Actor, newId } from '@platform/context';
import { Database } from '@platform/database';
import { Outbox } from '@platform/outbox';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { testConfig } from '../support/core';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { until } from '../support/worker';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await cloneDatabase();
  client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const startWorker = async () =>
  (
    await Test.createTestingModule({ imports: [WorkerModule] })
      .overrideProvider(Config)
      .useValue(testConfig(database))
      .compile()
  ).init();
const waiting = async () => (await client.query('select 1 from outbox where relayed_at is null')).rowCount;

it('starts with a handler for every job that the program knows, and runs its schedules', async () => {
  const worker = await startWorker();
  const ran = async () => (await client.query('select name from schedule where done_at is not null order by 1')).rows;
  await until(async () => (await ran()).length >= 5);
  const failed = await client.query('select name, error from schedule where error is not null');
  expect(failed.rows).toEqual([]);
  await worker.close();
});

it('waits while the database drops its connections, and goes on afterwards', async () => {
  const worker = await startWorker();
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await until(async () =>
    worker
      .get(Database)
      .transaction(Actor.system(newId(), 'job:test'), (tx) =>
        worker.get(Outbox).append(tx, { type: 'test.fact-happened.v1', payload: {} }),
      )
      .then(
        () => true,
        () => false,
      ),
  );
  await until(async () => (await waiting()) === 0);
  await worker.close();
});
