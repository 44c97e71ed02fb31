import { Injectable } from '@nestjs/common';
import { Settings } from '@domain/directory';
import type { Tx } from '@platform/database';
import { Outbox } from '@platform/outbox';
import { Respondent } from '../answers/respondent.entity';
import { assessmentEvent } from '../assessments.events';
import { StepBlocked } from '../assessments.errors';
import { LockAssessment } from '../consensus/lock-assessment';
import { RoundFacts } from '../consensus/round-facts';
import { EvidenceSharing } from '../evidence/evidence-sharing';
import type { AssessmentMove } from '../rules/assessment-status';
import { checkLocking, checkOpening, checkSubmitting, type RecordedConsensus } from '../rules/completeness';
import type { Refusal } from '../rules/refusal';
import type { Assessment } from './assessment.entity';

type EventName = Parameters<typeof assessmentEvent>[0];

const EVENTS: Record<AssessmentMove, EventName> = {
  open: 'opened',
  close: 'closed',
  reopen_answers: 'reopened',
  start_consensus: 'in-consensus',
  submit: 'approval-requested',
  return: 'returned',
  lock: 'locked',
  reopen: 'reopened',
  supersede: 'superseded',
};

/** What each step asks for before, and what it leads to after, in the commit of the step. */
@Injectable()
export class RoundSteps {
  constructor(
    private readonly facts: RoundFacts,
    private readonly evidence: EvidenceSharing,
    private readonly locking: LockAssessment,
    private readonly outbox: Outbox,
  ) {}

  /** Checks that nothing is missing for a move, and undoes what depended on the state before. @throws StepBlocked */
  async before(tx: Tx, assessment: Assessment, move: AssessmentMove, reason: string | null): Promise<void> {
    const blocks = await this.blocksOf(tx, assessment, move);
    if (blocks.length > 0) throw new StepBlocked(blocks);
    if (move === 'reopen') await this.locking.undo(tx, assessment, reason ?? '');
  }

  /** Does what a move leads to, and announces it. */
  async after(tx: Tx, assessment: Assessment, move: AssessmentMove): Promise<void> {
    if (move === 'close') await this.evidence.share(tx, assessment);
    if (move === 'lock') await this.locking.run(tx, assessment);
    await this.outbox.append(tx, assessmentEvent(EVENTS[move], assessment));
  }

  private async blocksOf(tx: Tx, assessment: Assessment, move: AssessmentMove): Promise<Refusal[]> {
    if (move === 'open') return this.openingBlocks(tx, assessment);
    if (move !== 'submit' && move !== 'lock') return [];
    const { indicators } = await this.facts.frame(tx, assessment);
    const keys = indicators.map(({ key }) => key);
    const ratings = [...(await this.facts.ratings(tx, assessment.id)).values()];
    const recorded: RecordedConsensus[] = ratings.map((rating) => ({
      ...{ indicatorKey: rating.indicatorKey, consensus: rating.consensus },
      ...{ ownerId: rating.ownerPersonId, dueOn: rating.dueOn },
    }));
    if (move === 'submit') return checkSubmitting(keys, recorded).blocks;
    const late = ratings.filter(({ decidedAt }) => decidedAt > assessment.meetingEndedAt!);
    const changes = late.map(({ indicatorKey, changeReason }) => ({ indicatorKey, reason: changeReason }));
    return checkLocking(keys, recorded, changes).blocks;
  }

  private async openingBlocks(tx: Tx, assessment: Assessment): Promise<Refusal[]> {
    const { id, indicatorCount, facilitatorPersonId } = assessment;
    const respondents = await tx.rows(Respondent).find({ assessmentId: id });
    const invited = respondents.map(({ organizationId, system }) => ({ organizationId, system, hasSubmitted: false }));
    return checkOpening(indicatorCount, facilitatorPersonId, invited, await Settings.of(tx)).blocks;
  }
}
