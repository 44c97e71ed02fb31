import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Ends the process with a message and exit code 1. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Checks, with nothing but Node itself, that this machine can run the project. */
export function checkMachine() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Braidway needs Node 20.19 or newer, not ${process.versions.node}.`);
  if (!fs.existsSync(path.join(ROOT, 'node_modules/@nestjs/cli')))
    fail('The packages of the project are not installed: run "npm ci" first.');
}
