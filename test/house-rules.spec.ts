import { Controller, Get, Module } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsOptional, IsString } from 'class-validator';
import { Client } from 'pg';
import { Column, DataSource, Entity, type EntityMetadata, PrimaryColumn } from 'typeorm';
import { compareCatalogs, I18n, serverCatalogs } from '@platform/i18n';
import { Can, Public } from '@platform/http';
import { ApiModule } from '../apps/api/src/api.module';
import { WorkerModule } from '../apps/worker/src/worker.module';
import { cloneDatabase, type TestDatabase } from './support/database';
import { entityViolations, readColumns } from './support/house-rules/entities';
import { roleViolations } from './support/house-rules/login-role';
import { mailViolations } from './support/house-rules/mails';
import { requestViolations } from './support/house-rules/requests';
import { routesOf, routeViolations } from './support/house-rules/routes';
import { codeViolations, readSources, systemPathViolations } from './support/house-rules/sources';
import { type Query, readTables, tableViolations } from './support/house-rules/tables';
import { TEST_LOGIN } from './support/test-server';

const sources = readSources('libs', 'apps/api', 'apps/worker', 'apps/cli');

/** Runs SQL as superuser on one database. */
function on(database: TestDatabase): Query {
  return async (sql, params) => {
    const client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    try {
      return (await client.query(sql, params)).rows;
    } finally {
      await client.end();
    }
  };
}

describe('the tables', () => {
  let database: TestDatabase;
  let query: Query;
  beforeAll(async () => {
    database = await cloneDatabase();
    query = on(database);
  });
  afterAll(() => database.drop());

  it('keep tenants apart and belong to one of three classes', async () => {
    const tables = await readTables(query);
    expect(tables.length).toBeGreaterThan(10);
    expect(tableViolations(tables)).toEqual([]);
  });

  it('give the login role no way past row level security', async () => {
    expect(await roleViolations(query, TEST_LOGIN.role)).toEqual([]);
  });

  it('have every mapped column, and are mapped where they must be filled', async () => {
    expect(entityViolations(await mappedEntities(database), await readColumns(query))).toEqual([]);
  });

  it('are seen to break the rules', async () => {
    const broken = await cloneDatabase();
    const own = 'tenant_id uuid not null, id uuid not null';
    await on(broken)(`
      create table no_class (id uuid primary key);
      create table open_rows (${own}, primary key (tenant_id, id)); comment on table open_rows is 'distributed';
      create table not_forced (${own}, primary key (tenant_id, id)); call protect_tenant_table('not_forced');
      alter table not_forced no force row level security;
      create table lax (${own}, primary key (tenant_id, id)); call protect_tenant_table('lax');
      create policy everybody on lax using (true) with check (true);
      create table wrong_key (${own}, code text unique, primary key (id, tenant_id)); call protect_tenant_table('wrong_key');
      create table parent (${own}, primary key (tenant_id, id), unique (id)); call protect_tenant_table('parent');
      create table child (${own}, parent_id uuid references parent (id), session_id uuid references session (id), primary key (tenant_id, id));
      call protect_tenant_table('child');
      create table shared (${own}, primary key (id)); comment on table shared is 'reference';
      create table nobodys (id uuid primary key); comment on table nobodys is 'distributed'`);
    const found = tableViolations(await readTables(on(broken)));
    expect(found.sort()).toEqual([
      'child: child_parent_id_fkey does not start with tenant_id',
      'child: child_session_id_fkey leads from a distributed to a local table',
      'lax: has not exactly the policy of its class',
      'no_class: its comment names no class',
      'nobodys: is distributed but has no tenant_id',
      'nobodys: nobodys_pkey does not start with tenant_id',
      'not_forced: row level security is not forced',
      'open_rows: has not exactly the policy of its class',
      'open_rows: row level security is not forced',
      'open_rows: row level security is off',
      'parent: parent_id_key does not start with tenant_id',
      'shared: has not exactly the policy of its class',
      'shared: is a reference table but has a tenant_id',
      'shared: row level security is not forced',
      'shared: row level security is off',
      'wrong_key: wrong_key_code_key does not start with tenant_id',
      'wrong_key: wrong_key_pkey does not start with tenant_id',
    ]);
    await broken.drop();
  });

  it('are seen to give a role too many rights', async () => {
    const broken = await cloneDatabase();
    await on(broken)(`
      create role too_strong login bypassrls createrole;
      grant truncate on tenant to too_strong; grant references on tenant to too_strong;
      grant create on schema public to too_strong;
      create table its_own (id uuid); alter table its_own owner to too_strong;
      create function anybody() returns int language sql security definer as 'select 1';
      create view all_rows as select * from tenant`);
    const found = await roleViolations(on(broken), 'too_strong');
    await on(broken)('drop owned by too_strong; drop role too_strong');
    await broken.drop();
    for (const problem of [
      'may bypass row security',
      'owns its_own',
      'may truncate tenant',
      'may set triggers on or refer to tenant',
      'may make tables',
      'anybody runs with the rights of its owner',
      'all_rows is a view',
    ])
      expect(found.join('\n')).toContain(problem);
  });

  it('are seen to differ from an entity', async () => {
    class Wrong {}
    PrimaryColumn('uuid')(Wrong.prototype, 'id');
    Column('text', { name: 'nick' })(Wrong.prototype, 'nick');
    Column('text', { nullable: true })(Wrong.prototype, 'name');
    Entity('tenant')(Wrong);
    class Lost {}
    PrimaryColumn('uuid')(Lost.prototype, 'id');
    Entity('nowhere')(Lost);
    const found = entityViolations(await metadataOf(database, [Wrong, Lost]), await readColumns(query));
    expect(found).toEqual(
      expect.arrayContaining([
        'Wrong.nick: there is no column nick',
        'Wrong.name: may not be null in the database',
        'Wrong: the column slug must be set but is not mapped',
        'Lost: there is no table nowhere',
      ]),
    );
  });
});

async function metadataOf(database: TestDatabase, entities: (new () => object)[]): Promise<EntityMetadata[]> {
  const source = await new DataSource({ type: 'postgres', url: database.superuserUrl, entities }).initialize();
  await source.destroy();
  return source.entityMetadatas;
}

/** Entities of both processes: importing their modules has declared them. */
async function mappedEntities(database: TestDatabase): Promise<EntityMetadata[]> {
  expect([ApiModule, WorkerModule]).toHaveLength(2);
  const { getMetadataArgsStorage } = await import('typeorm');
  const tables = getMetadataArgsStorage().tables.filter((table) => table.name !== undefined);
  const metadata = await metadataOf(database, tables.map((table) => table.target) as never);
  expect(metadata.length).toBeGreaterThan(10);
  return metadata;
}

describe('the routes', () => {
  it('declare a permission each, and are named and addressed once', () => {
    const routes = routesOf(ApiModule);
    expect(routes.length).toBeGreaterThan(20);
    expect(routeViolations(routes)).toEqual([]);
  });

  it('are seen to break the rules', () => {
    class Thing {}
    @Controller('api/v1/t/:tenant/things')
    class ThingsController {
      @Get() open() {}
      @Get('public') @Public('it is a public list of names') anybody() {}
      @Get(':id') @Can('read', Thing) one() {}
      @Get(':key') @Can('read', Thing) other() {}
    }
    const Twin = { ThingsController: class ThingsController {} }.ThingsController;
    Object.defineProperty(Twin.prototype, 'one', { value: () => undefined });
    Can('read', Thing)(Twin.prototype, 'one', Object.getOwnPropertyDescriptor(Twin.prototype, 'one')!);
    Get('elsewhere')(Twin.prototype, 'one', Object.getOwnPropertyDescriptor(Twin.prototype, 'one')!);
    Controller('api/v1/things')(Twin);
    @Module({ controllers: [ThingsController] })
    class Inner {}
    @Module({ imports: [Inner], controllers: [Twin] })
    class Outer {}
    expect(routeViolations(routesOf(Outer)).sort()).toEqual([
      'GET /api/v1/t/:tenant/things/public: lies in a tenant but asks for no permission there',
      'GET /api/v1/t/:tenant/things: declares no permission',
      'GET /api/v1/t/:x/things/:x: is declared twice',
      'GET /api/v1/things/elsewhere: has a permission in a tenant but no tenant in its address',
      'things.one: names two routes',
    ]);
  });
});

describe('the code', () => {
  it('reads no environment, no clock and no connection where it must not', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(codeViolations(sources)).toEqual([]);
  });

  it('is seen to break the rules, and may speak of them', () => {
    const at = (path: string, text: string) => codeViolations([{ path, text }]).length;
    expect(at('libs/domain/x/src/a.ts', 'const port = process.env.PORT;')).toBe(1);
    expect(at('libs/platform/config/src/a.ts', 'const port = process.env.PORT;')).toBe(0);
    expect(at('libs/domain/x/src/a.ts', 'const now = new Date();')).toBe(1);
    expect(at('libs/domain/x/src/a.ts', 'const now = new Date;')).toBe(1);
    expect(at('libs/domain/x/src/a.ts', 'const now = Date . now();')).toBe(1);
    expect(at('libs/domain/x/src/a.ts', 'const day = new Date(row.at); type D = Date;')).toBe(0);
    expect(at('libs/platform/clock/src/a.ts', 'const now = new Date();')).toBe(0);
    expect(at('libs/domain/x/src/a.ts', 'constructor(private source: DataSource) {}')).toBe(1);
    expect(at('libs/domain/x/src/a.ts', `manager.createQueryBuilder('x')`)).toBe(1);
    expect(
      at('libs/domain/x/src/a.ts', '/** Never Date.now() or process.env. */\nexport const a = 1; // new Date()'),
    ).toBe(0);
  });

  it('steps around the tenant only on the paths that are listed', () => {
    expect(systemPathViolations(sources)).toEqual([]);
  });

  it('is seen to step around the tenant elsewhere', () => {
    const paths = { health: 'libs/platform/http', idle: 'libs/platform/links' };
    const use = (path: string, text: string) => ({ path, text });
    expect(
      systemPathViolations(
        [
          use('libs/platform/http/src/a.ts', `this.database.system('health', (tx) => tx.query('select 1'))`),
          use('libs/domain/x/src/a.ts', `this.database.system<number>('health', work)`),
          use('libs/domain/x/src/b.ts', 'database.system(path, work)'),
          use('libs/domain/x/src/c.ts', `Actor.system(tenantId, 'job:x')`),
        ],
        paths,
      ),
    ).toEqual([
      'libs/domain/x/src/a.ts: may not use the privileged path "health"',
      'libs/domain/x/src/b.ts: the privileged path is not written out',
      'the privileged path "idle" is listed but not used',
    ]);
  });

  it('checks every field of every request', () => {
    expect(sources.filter(({ path }) => path.endsWith('.request.ts')).length).toBeGreaterThan(3);
    expect(requestViolations(sources)).toEqual([]);
  });

  it('is seen to leave a field unchecked', () => {
    class X {
      @IsString() a: string;
      b: string;
      @IsOptional() c?: string;
      @Type(() => Number) d: number;
    }
    const text =
      'class X { @IsString() a: string; b: string; @IsOptional() c?: string; @Type() d: number }; class Y {}';
    expect(requestViolations([{ path: 'x.request.ts', text }], () => ({ X }))).toEqual([
      ...['b', 'c', 'd'].map((field) => `x.request.ts: X.${field} has no validator`),
      'x.request.ts: Y is not exported, so its fields cannot be looked at',
    ]);
  });
});

describe('the words', () => {
  const catalogs = serverCatalogs();

  it('are there in both languages', () => {
    const wrong = Object.keys({ ...catalogs.en, ...catalogs.es }).flatMap((name) =>
      compareCatalogs(
        { locale: 'en', catalog: catalogs.en[name] ?? {} },
        { locale: 'es', catalog: catalogs.es[name] ?? {} },
      ).map((problem) => `${name}: ${problem}`),
    );
    expect(wrong).toEqual([]);
    expect(compareCatalogs({ locale: 'en', catalog: { a: 'x' } }, { locale: 'es', catalog: {} })).toHaveLength(1);
  });

  it('are there for every mail', () => {
    const i18n = new I18n(catalogs);
    expect(mailViolations(sources, i18n)).toEqual([]);
    const unknown = { path: 'a.ts', text: `mail.send(tx, { template: 'directory.nonsense', data: {} })` };
    expect(mailViolations([unknown], i18n)).toHaveLength(1);
  });
});
