import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import { ROOT } from '../lib/machine.mjs';
import { seed } from './seed.mjs';

const require = createRequire(import.meta.url);
const built = (place) => require(path.join(ROOT, 'dist', place));
const [OWNER, LOGIN, PASSWORD] = ['bench_owner', 'bench_login', 'bench'];

/**
 * A database of its own with generated rows, set up like a production one: an owner that migrates, a login that owns
 * nothing. Answers how to reach it, and what the cases need to know about the rows.
 */
export async function openBenchDatabase(folder, rows, note) {
  const { startEmbedded, provisionDatabase } = built('libs/platform/embedded/src');
  const { migrate } = built('libs/platform/database/src');
  const server = await startEmbedded({ dir: path.join(folder, 'postgres') });
  await provisionDatabase(server, { database: 'bench', owner: OWNER, password: PASSWORD });
  await migrate(server.url('bench', OWNER, PASSWORD), { loginRole: LOGIN, loginPassword: PASSWORD });
  const url = server.url('bench', LOGIN, PASSWORD);
  const environment = {
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: '10',
    SECRET_KEY: 'a key for measurements of thirty-two characters',
    DATA_DIR: folder,
    RATE_LIMIT: 'off',
    DEMO: 'false',
    LOG_LEVEL: 'warn',
  };
  Object.assign(process.env, environment);
  const app = await openApp();
  const { account, headers } = await signIn(app);
  const instrument = await shippedInstrument(app);
  note(`Writing ${rows.toLocaleString('en-US')} organizations and as many answers ...`);
  const admin = new pg.Client({ connectionString: server.url('bench') });
  await admin.connect();
  const seeded = await seed(admin, rows, { accountId: account.id, instrument });
  const close = () => admin.end().finally(() => server.stop());
  return { app, admin, url, environment, headers, instrument, ...seeded, close };
}

/** The application in this process: for signing in, and for recording what SQL it sends. */
async function openApp() {
  require('reflect-metadata');
  const app = await built('apps/api/src/create-app.js').createApp();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

async function signIn(app) {
  const { Accounts, Sessions } = built('libs/platform/auth/src');
  const account = await app.get(Accounts).ensure({ email: 'bench@example.org', displayName: 'Administrator' });
  const { session, cookie } = await app.get(Sessions).open(account.id);
  return { account, headers: { cookie: `session=${cookie}`, 'x-csrf-token': session.csrfToken } };
}

async function shippedInstrument(app) {
  const { Database } = built('libs/platform/database/src');
  const [row] = await app
    .get(Database)
    .system('instruments', (tx) =>
      tx.query(`select id, key, definition from instrument_version where key = 'six-key-elements'`),
    );
  const elements = row.definition.elements;
  const indicators = elements
    .flatMap((element) => element.strategies.flatMap((strategy) => strategy.indicators))
    .filter((indicator) => indicator.level !== 'state'); // the rounds are local ones
  return {
    id: row.id,
    key: row.key,
    elementKeys: elements.map((element) => element.key),
    indicatorKeys: indicators.map((indicator) => indicator.key),
  };
}
