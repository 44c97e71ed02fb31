import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { TenantRow } from '@platform/database';

/** What an organization is in a partnership. Exactly one organization leads or intermediates. */
export const MEMBER_ROLES = ['lead_agency', 'intermediary', 'convener', 'fiscal_lead', 'member'] as const;

/** Key of a member's role. */
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** The standing body of organizations that builds a state or local career pathways system. */
@Entity('partnership')
export class Partnership extends TenantRow {
  @Column('text') name: string;
  @Column('text') level: 'state' | 'local';
  @Column('uuid', { name: 'region_id', nullable: true }) regionId: string | null;
  @Column('text') vision: string;
  @Column('text') status: 'forming' | 'active' | 'ended';
  @Column('text', { name: 'demo_key', nullable: true }) demoKey: string | null;
  @OneToMany(() => PartnershipMember, (member) => member.partnership) members: Relation<PartnershipMember>[];
  @OneToMany(() => PartnershipGoal, (goal) => goal.partnership) goals: Relation<PartnershipGoal>[];
}

const PARTNERSHIP = [
  { name: 'tenant_id', referencedColumnName: 'tenantId' },
  { name: 'partnership_id', referencedColumnName: 'id' },
];

/** An organization is a member of a partnership, from a day until a day. */
@Entity('partnership_member')
export class PartnershipMember extends TenantRow {
  @Column('uuid', { name: 'partnership_id' }) partnershipId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') role: MemberRole;
  @Column('date', { name: 'starts_on' }) startsOn: string;
  /** Last day; null means: until further notice. */
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
  @ManyToOne(() => Partnership, (partnership) => partnership.members)
  @JoinColumn(PARTNERSHIP)
  partnership: Relation<Partnership>;
}

/** Something the partnership wants to reach by a day. */
@Entity('partnership_goal')
export class PartnershipGoal extends TenantRow {
  @Column('uuid', { name: 'partnership_id' }) partnershipId: string;
  @Column('text') title: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('text') status: 'open' | 'reached' | 'dropped';
  /** Order on the page, from 0. */
  @Column('int') position: number;
  @ManyToOne(() => Partnership, (partnership) => partnership.goals)
  @JoinColumn(PARTNERSHIP)
  partnership: Relation<Partnership>;
}
