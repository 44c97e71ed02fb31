import { open, readFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '@platform/config';

/** What is kept of a seal outside the database. */
export interface Anchor {
  seq: number;
  hash: string;
  /** Events under this seal. */
  events: number;
}

/**
 * Files outside the database, one for each tenant, to which each seal's hash is appended: whoever rewrites the log in the
 * database does not rewrite these. Operators ship them (or the log lines) to a place of their own.
 */
@Injectable()
export class AuditAnchors {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = join(config.dataDir, 'audit-anchors');
  }

  /** All anchors of a tenant in the order in which they were written; none when this machine never sealed it. */
  async read(tenantId: string): Promise<Anchor[]> {
    const text = await readFile(this.file(tenantId), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').flatMap(parse);
  }

  /** Appends anchors and waits until they are on the disk. */
  async append(tenantId: string, anchors: Anchor[]): Promise<void> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(this.file(tenantId), 'a', 0o600);
    try {
      // a line break first: a crash may have left half a line
      await file.appendFile(anchors.map((anchor) => `\n${JSON.stringify(anchor)}`).join('') + '\n');
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  private file(tenantId: string): string {
    return join(this.folder, `${tenantId}.jsonl`);
  }
}

/** Half a line, left by a crash, is no anchor; its seal is anchored again. */
function parse(line: string): Anchor[] {
  if (!line.trim()) return [];
  try {
    return [JSON.parse(line) as Anchor];
  } catch {
    return [];
  }
}
