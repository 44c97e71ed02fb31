import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, Invalid } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { GapOutdated, RulesBroken, UnknownReference } from '../assessments.errors';
import { blockingCycle } from '../rules/gap-order';
import { checkPriority, type PriorityBand, priorityOf } from '../rules/priority';
import type { Refusal } from '../rules/refusal';
import { Assessment } from '../rounds/assessment.entity';
import { GapComputation } from './gap-computation';
import { Gap, GapBlock } from './gap.entity';
import type { PrioritizeGapRequest } from './gap.request';

/** Use cases in which the team ranks its gaps. */
@Injectable()
export class GapsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly computation: GapComputation,
  ) {}

  /** Ranks a gap. @throws NotFound, StaleVersion, NotAllowed, GapOutdated, RulesBroken, UnknownReference, Invalid */
  prioritize(actor: Actor, id: string, version: number, request: PrioritizeGapRequest): Promise<Gap> {
    return this.database.transaction(actor, async (tx) => {
      const { assessmentId } = await tx.rows(Gap).visible(id);
      await tx.rows(Assessment).lock(assessmentId); // the order of all gaps of the assessment may change
      const gap = await tx.rows(Gap).forChange(id, { version });
      this.access.authorize(actor, 'update', gap);
      if (gap.state !== 'current') throw new GapOutdated();
      judge(gap, request);
      if (request.chosen !== undefined) gap.chosen = request.chosen;
      await tx.rows(Gap).update(gap);
      if (request.blockedBy) await this.block(tx, gap, request.blockedBy);
      await this.computation.reorder(tx, assessmentId);
      return gap;
    });
  }

  /** Replaces the gaps that must close before this one. */
  private async block(tx: Tx, gap: Gap, blockers: string[]): Promise<void> {
    const gaps = await tx.rows(Gap).find({ assessmentId: gap.assessmentId, state: 'current' });
    const blocks = await tx.rows(GapBlock).find({ blockedGapId: gaps.map(({ id }) => id) });
    const mine = blocks.filter(({ blockedGapId }) => blockedGapId === gap.id);
    const others = blocks.filter((block) => !mine.includes(block));
    const known = gaps.map(({ id, band, size }) => ({
      ...{ id, band, steps: size ?? 0 },
      blockedBy: others.filter(({ blockedGapId }) => blockedGapId === id).map(({ blockerGapId }) => blockerGapId),
    }));
    blockers.forEach((blocker, index) => {
      const path = `blockedBy[${index}]`;
      if (!known.some(({ id }) => id === blocker)) throw new UnknownReference(path, 'current gap of this assessment');
      if (blocker === gap.id || blockingCycle(known, blocker, gap.id))
        throw Invalid.field(path, 'blocking-cycle', 'These gaps would wait for each other: leave one of them out.');
    });
    for (const block of mine.filter(({ blockerGapId }) => !blockers.includes(blockerGapId)))
      await tx.rows(GapBlock).delete(block);
    const fresh = blockers.filter((blocker) => !mine.some(({ blockerGapId }) => blockerGapId === blocker));
    await tx.rows(GapBlock).insertAll(fresh.map((blockerGapId) => ({ blockedGapId: gap.id, blockerGapId })));
  }
}

/** Takes over impact, effort and band; a band that was not one's own follows the proposed one. */
function judge(gap: Gap, request: PrioritizeGapRequest): void {
  const wasOwn = gap.band !== null && gap.band !== gap.proposed;
  const own = request.band === undefined ? (wasOwn ? gap.band : null) : request.band;
  if (request.impact !== undefined) gap.impact = request.impact;
  if (request.effort !== undefined) gap.effort = request.effort;
  if (request.bandReason !== undefined) gap.bandReason = request.bandReason;
  const { impact, effort } = gap;
  if (impact === null && effort === null && own === null) {
    Object.assign(gap, { band: null, bandReason: null });
    return;
  }
  if ((impact === null || effort === null) && own === null) {
    gap.band = null;
    return;
  }
  gap.band = checkedBand({ impact: impact ?? 0, effort: effort ?? 0, band: own, reason: gap.bandReason });
  if (own === null || own === gap.proposed) gap.bandReason = null;
}

/** @throws RulesBroken */
function checkedBand(input: {
  impact: number;
  effort: number;
  band: PriorityBand | null;
  reason: string | null;
}): PriorityBand {
  const refusals = checkPriority(input).map(named);
  if (refusals.length > 0) throw new RulesBroken(refusals);
  return priorityOf(input).band;
}

function named(refusal: Refusal): Refusal {
  return refusal.path === 'reason' ? { ...refusal, path: 'bandReason' } : refusal;
}
