import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/context';
import type { Tx } from '@platform/database';
import type { StoredFile } from './stored-file.entity';

/** A use of files by the records of one module. */
export interface FilePurpose {
  /** Stable name, such as `evidence`. */
  name: string;
  /** Whether the actor may read the file because they may read a record that uses it. */
  mayRead(tx: Tx, actor: Actor, file: StoredFile): Promise<boolean>;
}

/** Who may read a file besides its owner: the modules that use files say so, each for its purposes. */
@Injectable()
export class FileAccess {
  private readonly purposes = new Map<string, FilePurpose>();

  /** Announces a purpose; call it in the constructor of the module. @throws Error for a name that is taken */
  register(purpose: FilePurpose): void {
    if (this.purposes.has(purpose.name)) throw new Error(`The purpose "${purpose.name}" of files is registered twice.`);
    this.purposes.set(purpose.name, purpose);
  }

  /** Names of all purposes. */
  get names(): string[] {
    return [...this.purposes.keys()].sort();
  }

  /** Whether a record lets the actor read this file. */
  async throughRecords(tx: Tx, actor: Actor, file: StoredFile): Promise<boolean> {
    return (await this.purposes.get(file.purpose)?.mayRead(tx, actor, file)) ?? false;
  }
}
