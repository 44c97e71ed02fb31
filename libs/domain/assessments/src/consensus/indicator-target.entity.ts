import { Column, Entity } from 'typeorm';
import { TenantRow } from '@platform/database';

/** A level aimed at that differs from the instrument's default. */
@Entity('indicator_target')
export class IndicatorTarget extends TenantRow {
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Column('text', { name: 'indicator_key' }) indicatorKey: string;
  @Column('text') level: string;
}

/** One change of a target: who, when (`createdAt`), from where to where. */
@Entity('indicator_target_change')
export class IndicatorTargetChange extends TenantRow {
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Column('text', { name: 'indicator_key' }) indicatorKey: string;
  /** The level before; null when there was none. */
  @Column('text', { name: 'from_level', nullable: true }) fromLevel: string | null;
  @Column('text', { name: 'to_level' }) toLevel: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
}
