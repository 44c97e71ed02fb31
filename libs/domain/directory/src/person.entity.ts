import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Personal, TenantRow } from '@platform/database';
import type { AccessGrant } from './access-grant.entity';

/** A person in one tenant. The login is the account, which can belong to people of several tenants. */
@Entity('person')
export class Person extends TenantRow {
  /** Null until the invitation is accepted. */
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Personal() @Column('text', { name: 'display_name' }) displayName: string;
  /** Lower case. */
  @Personal() @Column('text') email: string;
  @Personal() @Column('text', { nullable: true }) phone: string | null;
  @Column('text') status: 'invited' | 'active' | 'deactivated';
  @Column('text', { name: 'demo_key', nullable: true }) demoKey: string | null;
  @OneToMany(() => Membership, (membership) => membership.person) memberships: Relation<Membership>[];
  @OneToMany('AccessGrant', 'person') grants: Relation<AccessGrant>[];
}

/** A person works for an organization, from a day until a day. */
@Entity('membership')
export class Membership extends TenantRow {
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text', { nullable: true }) title: string | null;
  @Column('date', { name: 'starts_on' }) startsOn: string;
  /** Last day; null means: until further notice. */
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
  @ManyToOne(() => Person, (person) => person.memberships)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'person_id', referencedColumnName: 'id' },
  ])
  person: Relation<Person>;
}
