import { Column, Entity } from 'typeorm';
import { Concealed, TenantRow } from '@platform/database';

/** Kinds of answers; only `level` is a rating. */
export const ANSWERS = ['level', 'not_applicable', 'dont_know'] as const;

/** Kind of an answer. */
export type AnswerKind = (typeof ANSWERS)[number];

/**
 * What one person answered to one indicator. Nobody but this person ever reads the row; what the team learns of it after
 * closing goes through the display rules.
 */
@Concealed()
@Entity('response')
export class Response extends TenantRow {
  @Column('uuid', { name: 'assessment_id' }) assessmentId: string;
  @Column('uuid', { name: 'respondent_id' }) respondentId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text', { name: 'indicator_key' }) indicatorKey: string;
  @Column('text') answer: AnswerKind;
  /** Key of a level of the scale; only with `level`. */
  @Column('text', { nullable: true }) level: string | null;
  /** Why it does not apply. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) note: string | null;
  /** Evidence this person points to; it joins the indicator's evidence when answering closes. */
  @Column('uuid', { name: 'evidence_ids', array: true, nullable: true }) evidenceIds: string[] | null;
  @Column('text', { nullable: true }) priority: 'low' | 'medium' | 'high' | null;
  @Column('boolean', { name: 'technical_assistance_needed', nullable: true }) technicalAssistanceNeeded: boolean | null;
  @Column('text', { name: 'next_step', nullable: true }) nextStep: string | null;

  /** The answer as the rules read it: a level key, `not_applicable` or `dont_know`. */
  get answerKey(): string {
    return this.answer === 'level' ? this.level! : this.answer;
  }
}
