import * as fs from 'node:fs';
import type { TestServer } from './test-server';

/** Ends the database server of the run and removes its files. */
export default async function globalTeardown(): Promise<void> {
  const { testServer } = globalThis as { testServer?: TestServer };
  await testServer?.server.stop();
  if (testServer) fs.rmSync(testServer.dir, { recursive: true, force: true });
}
