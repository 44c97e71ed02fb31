import * as fs from 'node:fs';
import * as path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '@platform/config';
import { randomBytes } from 'node:crypto';
import { keep, readSecret } from '../data-folder';
import { DEMO_PARTS } from './parts';

const MEMORY = 'demo.json';

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

/** What a data folder remembers of its demo. */
interface DemoMemory {
  loaded: string[];
  removed: boolean;
}

/** Parts of the demo that are still to be loaded here: all at first, later those that an update brings. */
export function missingDemoParts({ dataDir }: Config): DemoPart[] {
  const { loaded, removed } = remembered(dataDir);
  return removed ? [] : DEMO_PARTS.filter((part) => !loaded.includes(part.name));
}

/** Whether somebody removed the demo: it does not come back by itself. */
export function demoIsRemoved({ dataDir }: Config): boolean {
  return remembered(dataDir).removed;
}

/** Remembers that the demo was removed. */
export function rememberRemoval({ dataDir }: Config): void {
  remember(dataDir, { loaded: [], removed: true });
}

/** Loads parts of the demo in order, and remembers each. */
export async function loadDemo(
  config: Config,
  services: INestApplicationContext,
  parts = DEMO_PARTS,
): Promise<{ loaded: string[] }> {
  for (const part of parts) {
    await part.load({ services, password: demoPassword(config) });
    const { loaded } = remembered(config.dataDir);
    remember(config.dataDir, { loaded: [...new Set([...loaded, part.name])], removed: false });
  }
  return { loaded: parts.map(({ name }) => name) };
}

function remembered(dataDir: string): DemoMemory {
  const file = path.join(dataDir, MEMORY);
  const memory = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as DemoMemory) : {};
  return { loaded: [], removed: false, ...memory };
}

function remember(dataDir: string, memory: DemoMemory): void {
  keep(dataDir, MEMORY, JSON.stringify(memory));
}
