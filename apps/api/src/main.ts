import 'reflect-metadata';
import { Config, ConfigError } from '@platform/config';
import { DatabaseRefused } from '@platform/database';
import { Logger } from '@platform/http';
import { createApp } from './create-app';

async function main(): Promise<void> {
  const app = await createApp();
  const config = app.get(Config);
  await app.listen(config.port, config.host);
  app.get(Logger).log('api is ready', { host: config.host, port: config.port });
  process.once('disconnect', () => void app.close().then(() => process.exit(0))); // the supervisor is gone
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof DatabaseRefused;
  process.stderr.write(`${expected ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
});
