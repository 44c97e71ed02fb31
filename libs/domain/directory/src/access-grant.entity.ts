import { Column, Entity, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import type { GrantScope } from '@platform/context';
import { TenantRow } from '@platform/database';
import { Person } from './person.entity';
import type { Role } from './role';

/** A role of a person at a node of the scope tree, from a day until a day. */
@Entity('access_grant')
export class AccessGrant extends TenantRow {
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') role: Role;
  @Column('text') scope: GrantScope;
  /** Null for the tenant itself. */
  @Column('uuid', { name: 'scope_id', nullable: true }) scopeId: string | null;
  @Column('date', { name: 'starts_on' }) startsOn: string;
  /** Last day with access; null means: until further notice. */
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
  /** Instant at which it was ended before its last day; access is lost with the next request. */
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  /** The person who gave it; null for the platform. */
  @Column('uuid', { name: 'granted_by', nullable: true }) grantedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @ManyToOne(() => Person, (person) => person.grants)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'person_id', referencedColumnName: 'id' },
  ])
  person: Relation<Person>;
}
