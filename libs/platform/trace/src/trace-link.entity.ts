import { Column, Entity } from 'typeorm';
import { TenantRow } from '@platform/database';

/** One record came of another. `createdAt` is when it was linked. */
@Entity('trace_link')
export class TraceLink extends TenantRow {
  @Column('text', { name: 'from_kind' }) fromKind: string;
  @Column('uuid', { name: 'from_id' }) fromId: string;
  @Column('text', { name: 'to_kind' }) toKind: string;
  @Column('uuid', { name: 'to_id' }) toId: string;
  /** What the link means, such as `serves`, `pays-for`, `decided-in`. */
  @Column('text') kind: string;
  /** Who linked them; null when the platform did. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
}
