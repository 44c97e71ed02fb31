import { Column, Entity } from 'typeorm';
import { TenantRow, Unaudited } from '@platform/database';
import type { IndicatorResult } from '../rules/roll-up';

/** The result of an assessment as it was locked; kept when the assessment is opened again. */
@Entity('locked_result')
export class LockedResult extends TenantRow {
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  /** Counts the times an assessment was locked. */
  @Column('int') number: number;
  @Column('uuid', { name: 'locked_by', nullable: true }) lockedBy: string | null;
  @Column('timestamptz', { name: 'reopened_at', nullable: true }) reopenedAt: Date | null;
  @Column('text', { name: 'reopen_reason', nullable: true }) reopenReason: string | null;
  /** Each indicator in scope with its consensus, target and numbers of answers. */
  @Column('jsonb') indicators: IndicatorResult[];
  /** Who stands behind the result. */
  @Column('int') respondents: number;
  @Column('text', { array: true }) systems: string[];
}

/** The result of one element as of the last lock: what the heat map reads instead of the answers. */
@Unaudited()
@Entity('element_result')
export class ElementResult extends TenantRow {
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Column('uuid', { name: 'partnership_id' }) partnershipId: string;
  @Column('uuid', { name: 'instrument_id' }) instrumentId: string;
  @Column('text', { name: 'element_key' }) elementKey: string;
  @Column('timestamptz', { name: 'locked_at' }) lockedAt: Date;
  /** Lower median of the consensus levels. */
  @Column('text', { nullable: true }) level: string | null;
  /** Lower median of the levels aimed at. */
  @Column('text', { nullable: true }) target: string | null;
  @Column('boolean', { name: 'below_target' }) belowTarget: boolean;
  /** Indicators with a consensus level. */
  @Column('int') n: number;
  @Column('int') unresolved: number;
  /** Individual ratings and "don't know": coverage is the share of the first. */
  @Column('int') ratings: number;
  @Column('int', { name: 'dont_know' }) dontKnow: number;
}
