import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { TenantRow } from '@platform/database';
import type { Consensus, ConsensusOutcome } from '../rules/consensus';

/** What the team agreed on for one indicator, in talk; never computed from the answers. */
@Entity('consensus_rating')
export class ConsensusRating extends TenantRow {
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Column('uuid', { name: 'partnership_id' }) partnershipId: string;
  @Column('text', { name: 'indicator_key' }) indicatorKey: string;
  @Column('text') outcome: ConsensusOutcome;
  /** Key of the agreed level; only with outcome `level`. */
  @Column('text', { nullable: true }) level: string | null;
  /** Ends of the range that stays without consensus. */
  @Column('text', { nullable: true }) low: string | null;
  @Column('text', { nullable: true }) high: string | null;
  @Column('text') rationale: string;
  /** Why the level lies outside the individual answers. */
  @Column('text', { name: 'outside_reason', nullable: true }) outsideReason: string | null;
  /** Why it was changed after the meeting. */
  @Column('text', { name: 'change_reason', nullable: true }) changeReason: string | null;
  /** Who settles an unresolved indicator, and by when. */
  @Column('uuid', { name: 'owner_person_id', nullable: true }) ownerPersonId: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @OneToMany(() => ConsensusDissent, (dissent) => dissent.rating) dissent: Relation<ConsensusDissent>[];

  /** The outcome as the rules read it. */
  get consensus(): Consensus {
    if (this.outcome === 'level') return { outcome: 'level', levelKey: this.level! };
    if (this.outcome === 'no_consensus')
      return { outcome: 'no_consensus', range: this.low ? { lowest: this.low, highest: this.high! } : null };
    return { outcome: this.outcome };
  }

  /** Takes over an outcome that passed the rules. */
  decide(consensus: Consensus): void {
    this.outcome = consensus.outcome;
    this.level = consensus.outcome === 'level' ? consensus.levelKey : null;
    const range = consensus.outcome === 'no_consensus' ? consensus.range : null;
    this.low = range?.lowest ?? null;
    this.high = range?.highest ?? null;
  }
}

/** A view that an organization holds against the outcome, recorded with its agreement. */
@Entity('consensus_dissent')
export class ConsensusDissent extends TenantRow {
  @Column('uuid', { name: 'rating_id' }) ratingId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') text: string;
  @ManyToOne(() => ConsensusRating, (rating) => rating.dissent)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'rating_id', referencedColumnName: 'id' },
  ])
  rating: Relation<ConsensusRating>;
}
