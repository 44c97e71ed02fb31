import { migrate } from '@platform/database';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { TEST_LOGIN } from '../support/test-server';

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});

afterAll(() => database.drop());

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const again = () => migrate(database.ownerUrl, { loginRole: TEST_LOGIN.role, loginPassword: TEST_LOGIN.password });

it('finds nothing to do the second time, also after the application made a queue of its own', async () => {
  await execute(database.url, 'create sequence bullmq.made_by_the_application');
  await expect(again()).resolves.toEqual({ applied: [] });
});

it('lets two programs migrate at the same time', async () => {
  await expect(Promise.all([again(), again()])).resolves.toEqual([{ applied: [] }, { applied: [] }]);
});

it('refuses a schema that is newer than the program, in one line, and changes nothing', async () => {
  const name = 'ComeFromTheFuture29991231000000';
  await execute(database.ownerUrl, `insert into migrations (timestamp, name) values (29991231000000, '${name}')`);
  await expect(again()).rejects.toThrow(`newer schema (${name})`);
});

it('says in one line that a database cannot be reached', async () => {
  const refusal = migrate('postgres://nobody@127.0.0.1:1/none', { loginRole: 'nobody' });
  await expect(refusal).rejects.toThrow(/^The database cannot be reached: [^\n]*$/);
});
