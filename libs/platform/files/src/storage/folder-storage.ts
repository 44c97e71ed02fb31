import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStorage, type StoredContent } from './file-storage';

/** Keeps files below one folder. */
export class FolderStorage extends FileStorage {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, { path }: StoredContent): Promise<void> {
    const target = join(this.folder, key);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await sync(path);
    await rename(path, target);
    await sync(dirname(target)); // the name, too, must survive a power cut
  }

  async open(key: string): Promise<Readable> {
    const file = await open(join(this.folder, key), 'r');
    return createReadStream('', { fd: file });
  }

  async remove(key: string): Promise<void> {
    await rm(join(this.folder, key), { force: true });
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
