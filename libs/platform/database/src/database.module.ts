import { Global, Module } from '@nestjs/common';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { Config } from '@platform/config';
import { Database } from './database';
import { checkLoginRole, pendingMigrations, DatabaseRefused } from './migrate';
import { SharedCache } from './shared-cache';
import { TenantClient } from './tenant-client';
import { types } from './types';

async function connect(config: Config): Promise<DataSource> {
  if (!config.databaseUrl) throw new DatabaseRefused('DATABASE_URL is not set; `npm start` brings its own database.');
  await checkLoginRole(config.databaseUrl);
  await pendingMigrations(config.databaseUrl);
  const source = new DataSource({
    type: 'postgres',
    url: config.databaseUrl,
    entities: getMetadataArgsStorage().tables.map((table) => table.target as never),
    poolSize: config.databasePoolSize,
    extra: { Client: TenantClient, pipeline: true, types, connectionTimeoutMillis: 15_000 },
  });
  return source.initialize();
}

/** The one connection pool of the process. It refuses a login with too many rights and a schema of another version. */
@Global()
@Module({
  providers: [{ provide: DataSource, inject: [Config], useFactory: connect }, Database, SharedCache],
  exports: [Database, SharedCache],
})
export class DatabaseModule {}
