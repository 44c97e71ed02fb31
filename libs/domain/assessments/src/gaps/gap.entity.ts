import { Column, Entity } from 'typeorm';
import { TenantRow } from '@platform/database';
import { type Judgment, type PriorityBand, proposedBand } from '../rules/priority';

/** How far an indicator is from its target, and how the team ranks closing it. */
@Entity('gap')
export class Gap extends TenantRow {
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Column('uuid', { name: 'partnership_id' }) partnershipId: string;
  @Column('text', { name: 'indicator_key' }) indicatorKey: string;
  @Column('text', { name: 'element_key' }) elementKey: string;
  /** `outdated` after reopening or a later cycle; `met` when a new computation found no gap any more. */
  @Column('text') state: 'current' | 'outdated' | 'met';
  /** The agreed level, or the lower end of the range without consensus; null while unresolved. */
  @Column('text', { name: 'consensus_level', nullable: true }) consensusLevel: string | null;
  @Column('text', { name: 'target_level' }) targetLevel: string;
  /** Steps between levels; null while unknown. */
  @Column('int', { nullable: true }) size: number | null;
  /** Counts from the lower end of a range, because there is no consensus. */
  @Column('boolean') provisional: boolean;
  @Column('int', { nullable: true }) impact: Judgment | null;
  @Column('int', { nullable: true }) effort: Judgment | null;
  /** The team's band; the proposed one follows from impact and effort. */
  @Column('text', { nullable: true }) band: PriorityBand | null;
  @Column('text', { name: 'band_reason', nullable: true }) bandReason: string | null;
  /** Chosen for this cycle. */
  @Column('boolean') chosen: boolean;
  /** Place among the gaps of the assessment, from 1; follows from bands, sizes and blocking relations. */
  @Column('int', { name: 'priority_order' }) priorityOrder: number;

  /** The band that impact and effort propose; null until both are judged. */
  get proposed(): PriorityBand | null {
    return this.impact === null || this.effort === null ? null : proposedBand(this.impact, this.effort);
  }
}

/** One gap cannot close before another. */
@Entity('gap_block')
export class GapBlock extends TenantRow {
  @Column('uuid', { name: 'blocked_gap_id' }) blockedGapId: string;
  @Column('uuid', { name: 'blocker_gap_id' }) blockerGapId: string;
}
