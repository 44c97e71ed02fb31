import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'nest-cli.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('Braidway must run from its own folder: nest-cli.json was not found above the program.');
  return findRoot(parent);
}

/** Absolute path of the checkout; the same whether the code runs from `dist` or from its sources. */
export const PROJECT_ROOT = findRoot(__dirname);
