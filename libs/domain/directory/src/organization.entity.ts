import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { TenantRow } from '@platform/database';
import type { ExternalIdScheme } from './external-id';

/** An organization of any kind: district, school, college, workforce board, employer, agency, funder ... */
@Entity('organization')
export class Organization extends TenantRow {
  @Column('text') name: string;
  /** Key of the shipped list of organization kinds. */
  @Column('text') kind: string;
  /** The organization above it in the tree, e.g. the district of a school. */
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('uuid', { name: 'region_id', nullable: true }) regionId: string | null;
  @Column('text') status: 'active' | 'closed';
  @Column('text', { nullable: true }) street: string | null;
  @Column('text', { nullable: true }) city: string | null;
  /** Two letters of the postal code of the state. */
  @Column('text', { nullable: true }) state: string | null;
  @Column('text', { nullable: true }) zip: string | null;
  /** Five digits: state and county. */
  @Column('text', { name: 'county_fips', nullable: true }) countyFips: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text', { name: 'demo_key', nullable: true }) demoKey: string | null;
  @OneToMany(() => OrganizationExternalId, (externalId) => externalId.organization)
  externalIds: Relation<OrganizationExternalId>[];
}

/** The id of an organization in a public register. */
@Entity('organization_external_id')
export class OrganizationExternalId extends TenantRow {
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') scheme: ExternalIdScheme;
  @Column('text') value: string;
  @ManyToOne(() => Organization, (organization) => organization.externalIds)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'organization_id', referencedColumnName: 'id' },
  ])
  organization: Relation<Organization>;
}
