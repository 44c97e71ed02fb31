import * as fs from 'node:fs';
import * as path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@platform/config';
import { randomBytes } from 'node:crypto';
import { keep, readSecret } from '../data-folder';
import { DEMO_PARTS } from './parts';

const LOADED = 'demo-parts.json';

/** What a part of the demo works with. */
export interface DemoContext {
  services: INestApplicationContext;
  /** Password of every demo person. */
  password: string;
}

/** The demo records of one module. Loading again after an interruption must complete them, not double them. */
export interface DemoPart {
  name: string;
  load(demo: DemoContext): Promise<void>;
}

/** Password of the demo people: DEMO_PASSWORD, or one that was made and is kept in DATA_DIR. */
export function demoPassword(config: Config): string {
  if (config.demoPassword) return config.demoPassword;
  const name = 'demo-password';
  return readSecret(config.dataDir, name) ?? keep(config.dataDir, name, randomBytes(9).toString('base64url'));
}

/** Parts of the demo that this data folder has never loaded: all at first, later those that an update brings. */
export function missingDemoParts(config: Config): DemoPart[] {
  const file = path.join(config.dataDir, LOADED);
  const loaded = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as string[]) : [];
  return DEMO_PARTS.filter((part) => !loaded.includes(part.name));
}

/** Loads parts of the demo in order and remembers them, so that what somebody removed is not loaded again. */
export async function loadDemo(
  config: Config,
  services: INestApplicationContext,
  parts = DEMO_PARTS,
): Promise<{ loaded: string[] }> {
  for (const part of parts) {
    await part.load({ services, password: demoPassword(config) });
    const missing = missingDemoParts(config);
    const done = DEMO_PARTS.filter((other) => other === part || !missing.includes(other));
    keep(config.dataDir, LOADED, JSON.stringify(done.map(({ name }) => name)));
  }
  return { loaded: parts.map(({ name }) => name) };
}
