import { Column, Entity } from 'typeorm';
import { Conflict } from '@platform/context';
import { Personal, TenantRow } from '@platform/database';

/** A file that somebody uploaded or the platform made. Its bytes lie in the storage under `storageKey`. */
@Entity('file')
export class StoredFile extends TenantRow {
  /** Safe to write to a disk; its ending fits the type. */
  @Personal('ownerPersonId') @Column('text') name: string;
  /** Media type, decided by the content. */
  @Column('text') type: string;
  /** Bytes. */
  @Column('int') size: number;
  /** Of the content, as hex. */
  @Column('text') sha256: string;
  /** Who uploaded it; null when the platform made it. */
  @Column('uuid', { name: 'owner_person_id', nullable: true }) ownerPersonId: string | null;
  /** What it was uploaded for; decides who else may read it. */
  @Column('text') purpose: string;
  @Column('text', { name: 'storage_key' }) storageKey: string;
  /** When its content was safely stored; null while that is still going on, or when it was broken off. */
  @Column('timestamptz', { name: 'stored_at', nullable: true }) storedAt: Date | null;
  /** Since when a record uses it; null means that nothing does, and it is removed after a day. */
  @Column('timestamptz', { name: 'attached_at', nullable: true }) attachedAt: Date | null;

  /** @throws Conflict while a record uses the file. */
  refuseWhenAttached(): void {
    if (this.attachedAt)
      throw new Conflict('files.in-use', 'This file belongs to a record: remove it there, then delete it.');
  }
}
