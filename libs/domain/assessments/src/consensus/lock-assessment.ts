import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { Outbox } from '@platform/outbox';
import { Respondent } from '../answers/respondent.entity';
import { assessmentEvent } from '../assessments.events';
import { Gap } from '../gaps/gap.entity';
import { GapComputation } from '../gaps/gap-computation';
import { Assessment, AssessmentTransition } from '../rounds/assessment.entity';
import { LockedResult } from './locked-result.entity';
import { ElementResults } from './element-results';
import { type RoundFrame, RoundFacts } from './round-facts';

/** What locking an assessment leads to: its result is kept, its gaps are there, earlier cycles step back. */
@Injectable()
export class LockAssessment {
  constructor(
    private readonly facts: RoundFacts,
    private readonly elements: ElementResults,
    private readonly gaps: GapComputation,
    private readonly outbox: Outbox,
  ) {}

  /** Writes result, roll-ups and gaps of an assessment that has just become locked. */
  async run(tx: Tx, assessment: Assessment): Promise<void> {
    const frame = await this.facts.frame(tx, assessment);
    const results = await this.facts.results(tx, assessment, frame);
    const earlier = await tx.rows(LockedResult).find({ assessmentId: assessment.id });
    const submitted = await tx.rows(Respondent).find({ assessmentId: assessment.id, status: 'submitted' });
    await tx.rows(LockedResult).insert({
      ...{ assessmentId: assessment.id, number: earlier.length + 1, lockedBy: tx.actor.personId ?? null },
      ...{ reopenedAt: null, reopenReason: null, indicators: results, respondents: submitted.length },
      systems: [...new Set(submitted.flatMap(({ system }) => system ?? []))].sort(),
    });
    await this.elements.write(tx, assessment, frame, results);
    await this.gaps.compute(tx, assessment, frame, results);
    await this.supersede(tx, assessment, frame);
  }

  /** Before a locked assessment is opened again: its result stays, what depended on it is marked outdated. */
  async undo(tx: Tx, assessment: Assessment, reason: string): Promise<void> {
    const [result] = await tx.rows(LockedResult).find({ assessmentId: assessment.id, reopenedAt: null });
    await tx.rows(LockedResult).update(Object.assign(result, { reopenedAt: tx.now, reopenReason: reason }));
    await this.gaps.outdate(tx, await tx.rows(Gap).find({ assessmentId: assessment.id, state: 'current' }));
  }

  /**
   * Earlier cycles whose elements were all rated again make room, in whatever order the cycles are locked; single
   * elements rated again outdate their gaps.
   */
  private async supersede(tx: Tx, assessment: Assessment, frame: RoundFrame): Promise<void> {
    const { partnershipId, instrumentKey, cycle } = assessment;
    const locked = await tx.rows(Assessment).find({ partnershipId, instrumentKey, status: 'locked' });
    for (const { id } of locked.filter((other) => other.id !== assessment.id)) {
      await tx.rows(Assessment).lock(id);
      const other = await tx.rows(Assessment).get(id);
      if (other.status !== 'locked') continue;
      const [earlier, later] = other.cycle < cycle ? [other, assessment] : [assessment, other];
      await this.makeRoom(tx, earlier, later, frame);
    }
  }

  private async makeRoom(tx: Tx, earlier: Assessment, later: Assessment, frame: RoundFrame): Promise<void> {
    const covered = elementsOf(later, frame);
    const gaps = await tx.rows(Gap).find({ assessmentId: earlier.id, state: 'current', elementKey: covered });
    await this.gaps.outdate(tx, gaps);
    const isWhole = elementsOf(earlier, frame).every((key) => covered.includes(key));
    if (isWhole && earlier.status === 'locked') await this.stepBack(tx, earlier, later);
  }

  private async stepBack(tx: Tx, earlier: Assessment, later: Assessment): Promise<void> {
    earlier.apply(earlier.ruleOf('supersede'), tx.now);
    earlier.supersededById = later.id;
    await tx.rows(Assessment).update(earlier);
    await tx.rows(AssessmentTransition).insert({
      ...{ assessmentId: earlier.id, fromStatus: 'locked', toStatus: 'superseded', reason: null },
      personId: tx.actor.personId ?? null,
    });
    await this.outbox.append(tx, assessmentEvent('superseded', earlier));
  }
}

function elementsOf({ elementKeys }: Assessment, { definition }: RoundFrame): string[] {
  return elementKeys ?? definition.elements.map(({ key }) => key);
}
