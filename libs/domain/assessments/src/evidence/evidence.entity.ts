import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { Concealed, TenantRow } from '@platform/database';

/** Kinds of evidence, weakest first. */
export const EVIDENCE_KINDS = ['self_report', 'document', 'data'] as const;

/** Kind of evidence. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Something that supports a rating: a link or a file, with the period it covers. */
@Concealed()
@Entity('evidence')
export class Evidence extends TenantRow {
  @Column('uuid', { name: 'partnership_id' }) partnershipId: string;
  /** The assessment it was brought into; null when it belongs to the partnership alone. */
  @Column('uuid', { name: 'assessment_id', nullable: true }) assessmentId: string | null;
  @Column('text') title: string;
  @Column('text') kind: EvidenceKind;
  @Column('text', { nullable: true }) url: string | null;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId: string | null;
  @Column('date', { name: 'period_from', nullable: true }) periodFrom: string | null;
  @Column('date', { name: 'period_to', nullable: true }) periodTo: string | null;
  @Column('uuid', { name: 'owner_person_id' }) ownerPersonId: string;
  /** Brought in while answering is open it is the owner's alone, because it would tell the answer. */
  @Column('text') sharing: 'private' | 'partnership';
  @OneToMany(() => EvidenceIndicator, (link) => link.evidence) indicators: Relation<EvidenceIndicator>[];
}

/** An indicator that a piece of evidence supports. */
@Concealed()
@Entity('evidence_indicator')
export class EvidenceIndicator extends TenantRow {
  @Column('uuid', { name: 'evidence_id' }) evidenceId: string;
  @Column('text', { name: 'indicator_key' }) indicatorKey: string;
  @ManyToOne(() => Evidence, (evidence) => evidence.indicators)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'evidence_id', referencedColumnName: 'id' },
  ])
  evidence: Relation<Evidence>;
}
