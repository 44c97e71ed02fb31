import * as fs from 'node:fs';
import * as path from 'node:path';

/**
 * Creates a folder with its parents; `mode` is for the folder itself. Node's own `recursive` never returns where a parent refuses with
 * ENOENT (/proc).
 */
export function makeFolder(folder: string, mode?: number): void {
  if (fs.existsSync(folder) && fs.statSync(folder).isDirectory()) return;
  const parent = path.dirname(folder);
  if (!fs.existsSync(parent)) makeFolder(parent);
  try {
    fs.mkdirSync(folder, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !fs.statSync(folder).isDirectory()) throw error;
  }
}
