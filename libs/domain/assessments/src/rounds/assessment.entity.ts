import { Column, Entity } from 'typeorm';
import { Conflict } from '@platform/context';
import { TenantRow } from '@platform/database';
import {
  type AssessmentMove,
  type AssessmentMoveRule,
  type AssessmentStatus,
  assessmentStatuses,
  moveRule,
} from '../rules/assessment-status';
import type { AssessmentScope } from '../rules/scope';

/** Whether the facilitator sees on the own screen who answered what; said on the first screen, never loosened. */
export type Anonymity = 'named' | 'anonymous';

/** One cycle of rating a state or local partnership with one version of an instrument ("a round" on screens). */
@Entity('assessment')
export class Assessment extends TenantRow {
  @Column('uuid', { name: 'partnership_id' }) partnershipId: string;
  /** Version of the instrument; fixed for good. */
  @Column('uuid', { name: 'instrument_id' }) instrumentId: string;
  /** Key of the instrument, the same in all its versions. */
  @Column('text', { name: 'instrument_key' }) instrumentKey: string;
  @Column('text') title: string;
  @Column('text') level: AssessmentScope['level'];
  /** 1 for the first assessment of a partnership with an instrument. */
  @Column('int') cycle: number;
  @Column('text') status: AssessmentStatus;
  @Column('text') anonymity: Anonymity;
  /** Elements that are rated; null for all. */
  @Column('text', { name: 'element_keys', array: true, nullable: true }) elementKeys: string[] | null;
  @Column('text') purpose: string;
  /** Day by which answers are wanted (ISO date). */
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('uuid', { name: 'facilitator_person_id', nullable: true }) facilitatorPersonId: string | null;
  /** The facilitator whom the respondents were told of when answering opened. */
  @Column('uuid', { name: 'announced_facilitator_id', nullable: true }) announcedFacilitatorId: string | null;
  /** Indicators in scope. */
  @Column('int', { name: 'indicator_count' }) indicatorCount: number;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  /** When approval was first asked for: ratings changed later need a reason. */
  @Column('timestamptz', { name: 'meeting_ended_at', nullable: true }) meetingEndedAt: Date | null;
  @Column('timestamptz', { name: 'locked_at', nullable: true }) lockedAt: Date | null;
  /** The later cycle that took the place of this one. */
  @Column('uuid', { name: 'superseded_by_id', nullable: true }) supersededById: string | null;
  @Column('text', { name: 'demo_key', nullable: true }) demoKey: string | null;

  /** What is rated. */
  get scope(): AssessmentScope {
    return { level: this.level, elementKeys: this.elementKeys };
  }

  /** Whether answering has ended, so that the spread may be looked at. */
  get isAnswered(): boolean {
    return assessmentStatuses.indexOf(this.status) >= assessmentStatuses.indexOf('closed');
  }

  /** The rule of a move from here. @throws IllegalMove */
  ruleOf(move: AssessmentMove): AssessmentMoveRule {
    const rule = moveRule(this.status, move);
    if (!rule) throw new IllegalMove(this.status, move);
    return rule;
  }

  /** Moves on or back, and notes when. The checks of the step come before. */
  apply({ move, to }: AssessmentMoveRule, now: Date): void {
    this.status = to;
    if (move === 'open') {
      this.openedAt = now;
      this.announcedFacilitatorId = this.facilitatorPersonId;
    }
    if (move === 'close') this.closedAt = now;
    if (move === 'reopen_answers') this.closedAt = null;
    if (move === 'submit') this.meetingEndedAt ??= now;
    if (move === 'lock') this.lockedAt = now;
    if (move === 'reopen') this.lockedAt = null;
  }
}

/** One move of an assessment: who, when (`createdAt`), from where to where, and why. */
@Entity('assessment_transition')
export class AssessmentTransition extends TenantRow {
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  /** Null for the beginning. */
  @Column('text', { name: 'from_status', nullable: true }) fromStatus: AssessmentStatus | null;
  @Column('text', { name: 'to_status' }) toStatus: AssessmentStatus;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
}

/** The assessment is not in a state from which this step leads on. */
export class IllegalMove extends Conflict {
  constructor(status: AssessmentStatus, move: AssessmentMove) {
    super(
      'assessments.illegal-move',
      `An assessment that is "${status.replaceAll('_', ' ')}" cannot take the step "${move.replaceAll('_', ' ')}": load it again to see what is possible now.`,
    );
  }
}
