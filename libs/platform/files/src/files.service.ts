import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { Config } from '@platform/config';
import { type Actor, newId, NotFound } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { jobType, Outbox } from '@platform/outbox';
import { decideType } from './content/decide-type';
import { receive } from './content/receive';
import { FileAccess } from './file-access';
import { FileTooLarge, UploadIncomplete } from './files.errors';
import { FileStorage, type StoredContent } from './storage/file-storage';
import { StoredFile } from './stored-file.entity';

/** The row of a file is gone: its bytes have to be removed from the storage. */
export const CONTENT_ORPHANED = jobType('files.content-orphaned.v1');

const FORM_BYTES = 200_000; // what a form may have besides the file

/** A file as it comes in. */
export interface Incoming {
  content: Readable;
  /** As the sender calls it. */
  name: string;
  /** Media type as the sender claims it. */
  declaredType: string;
}

/** A file whose bytes lie in a temporary file. */
export interface Received extends Omit<Incoming, 'content'> {
  content: StoredContent;
}

/** Files: taken in, read, used by records, removed. */
@Injectable()
export class Files {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly fileAccess: FileAccess,
    private readonly storage: FileStorage,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /** Folder of files that are just coming in. */
  static incomingFolder(config: Config): string {
    return join(config.dataDir, 'files', 'incoming');
  }

  /**
   * Takes a file in from a stream, for what the platform makes itself.
   * @throws FileTooLarge, FileTypeRefused, FileEmpty, UploadIncomplete
   */
  async store(actor: Actor, purpose: string, incoming: Incoming): Promise<StoredFile> {
    const content = await this.receive(incoming.content);
    try {
      return await this.keep(actor, purpose, { ...incoming, content });
    } finally {
      await rm(content.path, { force: true });
    }
  }

  /**
   * Keeps a file that was received: its type is decided, then it is stored. Only then it can be seen.
   * @throws FileTypeRefused, UploadIncomplete
   */
  async keep(actor: Actor, purpose: string, { content, name, declaredType }: Received): Promise<StoredFile> {
    this.checkPurpose(purpose);
    const decided = await decideType(content.path, name, declaredType);
    const file = await this.begin(actor, { purpose, content, ...decided });
    await this.storage.put(file.storageKey, content);
    return this.confirm(actor, file.id);
  }

  /** Refuses a request by the length that it announces. @throws FileTooLarge */
  refuseTooLarge(requestBytes: number): void {
    if (requestBytes > this.config.fileBytes + FORM_BYTES) throw new FileTooLarge(this.config.fileBytes);
  }

  /** Receives bytes into a temporary file, which the caller removes. @throws FileTooLarge, FileEmpty */
  receive(content: Readable): Promise<StoredContent> {
    return receive(content, Files.incomingFolder(this.config), this.config.fileBytes);
  }

  /** A file that the actor may read: as its owner, or through a record that uses it. @throws NotFound */
  async find(tx: Tx, id: string): Promise<StoredFile> {
    const file = await tx.rows(StoredFile).get(id);
    const own = this.access.can(tx.actor, 'read', file);
    if (!file.storedAt || !(own || (await this.fileAccess.throughRecords(tx, tx.actor, file))))
      throw new NotFound('file');
    return file;
  }

  /** A file with its bytes. @throws NotFound */
  async open(actor: Actor, id: string): Promise<{ file: StoredFile; content: Readable }> {
    const file = await this.database.read(actor, (tx) => this.find(tx, id));
    return { file, content: await this.storage.open(file.storageKey) };
  }

  /**
   * Marks a file as used by a record, in the commit that makes it so. A file belongs to one record; only its owner can
   * give it.
   * @throws NotFound when it is not the actor's; Conflict when it is used already; UploadIncomplete for another purpose
   */
  async attach(tx: Tx, id: string, purpose: string): Promise<StoredFile> {
    const file = await tx.rows(StoredFile).forChange(id);
    if (!file.storedAt) throw new NotFound('file');
    file.refuseWhenAttached();
    if (file.purpose !== purpose)
      throw new UploadIncomplete('fileId', `This file was uploaded for "${file.purpose}": upload it for "${purpose}".`);
    file.attachedAt = tx.now;
    return tx.rows(StoredFile).update(file);
  }

  /** The record does not use the file any more: it is removed after a day. */
  async detach(tx: Tx, id: string): Promise<void> {
    await tx.rows(StoredFile).lock(id);
    const file = await tx.rows(StoredFile).get(id);
    file.attachedAt = null;
    await tx.rows(StoredFile).update(file);
  }

  /** Deletes a file that no record uses. @throws NotFound, NotAllowed, StaleVersion, Conflict */
  delete(actor: Actor, id: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const file = await tx.rows(StoredFile).forChange(id, { version });
      this.access.authorize(actor, 'delete', file);
      file.refuseWhenAttached();
      await this.remove(tx, file);
    });
  }

  /** Removes the row now and the bytes after the commit. */
  async remove(tx: Tx, file: StoredFile): Promise<void> {
    await tx.rows(StoredFile).delete(file);
    await this.outbox.append(tx, { type: CONTENT_ORPHANED, payload: { storageKey: file.storageKey } });
  }

  private checkPurpose(purpose: string): void {
    const { names } = this.fileAccess;
    if (!names.includes(purpose))
      throw new UploadIncomplete('purpose', `Send a field "purpose" with one of: ${names.join(', ')}.`);
  }

  /** The row comes before the bytes, so that no bytes can lie in the storage that no row knows of. */
  private begin(
    actor: Actor,
    { purpose, type, name, content }: { purpose: string; type: string; name: string; content: StoredContent },
  ): Promise<StoredFile> {
    const id = newId();
    const { size, sha256 } = content;
    // the id is part of the key: removing one file can never take the bytes of another with the same content
    const storageKey = `${actor.tenantId}/${sha256.slice(0, 2)}/${sha256}-${id}`;
    const ownerPersonId = actor.personId ?? null;
    return this.database.transaction(actor, (tx) =>
      tx.rows(StoredFile).insert({
        ...{ id, name, type, size, sha256, ownerPersonId, purpose, storageKey },
        storedAt: null,
        attachedAt: null,
      }),
    );
  }

  private confirm(actor: Actor, id: string): Promise<StoredFile> {
    return this.database.transaction(actor, async (tx) => {
      const file = await tx.rows(StoredFile).get(id);
      file.storedAt = tx.now;
      return tx.rows(StoredFile).update(file);
    });
  }
}
