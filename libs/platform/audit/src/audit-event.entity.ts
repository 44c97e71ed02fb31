import { Column, Entity } from 'typeorm';
import { TenantRow, Unaudited } from '@platform/database';
import type { StoredChanges } from './audit-changes';

/** One row that was changed, by whom and how. `createdAt` is when. Written by `AuditWriter` only, never changed. */
@Unaudited()
@Entity('audit_event')
export class AuditEvent extends TenantRow {
  /** The use case: an operationId of the API or the name of a job. */
  @Column('text') operation: string;
  @Column('text', { name: 'actor_kind' }) actorKind: 'person' | 'system' | 'link';
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  /** `session:<id>`, `token:<id>`, `link:<purpose>` or `job:<name>`. */
  @Column('text') via: string;
  @Column('text', { name: 'request_id', nullable: true }) requestId: string | null;
  /** Name of the table. */
  @Column('text', { name: 'record_kind' }) recordKind: string;
  @Column('uuid', { name: 'record_id' }) recordId: string;
  @Column('text', { name: 'change_kind' }) changeKind: 'insert' | 'update' | 'delete';
  @Column('jsonb') changes: StoredChanges;
}
