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
  const stop = () => void app.close().finally(() => process.exit(0)); // requests under way are answered first
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  process.once('disconnect', stop); // the supervisor is gone
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof DatabaseRefused;
  process.stderr.write(`${expected ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exit(1);
});
