import { Column, Entity } from 'typeorm';
import { TenantRow } from '@platform/database';

/** A person who was asked to answer an assessment, for one organization. */
@Entity('respondent')
export class Respondent extends TenantRow {
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Column('uuid', { name: 'partnership_id' }) partnershipId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  /** Key of the system that the organization stands for; null when it stands for none. */
  @Column('text', { nullable: true }) system: string | null;
  @Column('text') status: 'invited' | 'started' | 'submitted';
  /** Only submitted answers count. */
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null;
}
