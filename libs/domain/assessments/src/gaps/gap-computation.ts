import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { Outbox } from '@platform/outbox';
import { Trace } from '@platform/trace';
import { GAP, RATING } from '../assessment-thread';
import { gapsComputed } from '../assessments.events';
import { ConsensusRating } from '../consensus/consensus-rating.entity';
import type { RoundFrame } from '../consensus/round-facts';
import { gapOf } from '../rules/gap';
import { orderGaps } from '../rules/gap-order';
import type { IndicatorResult } from '../rules/roll-up';
import type { Assessment } from '../rounds/assessment.entity';
import { Gap, GapBlock } from './gap.entity';

/** Turns results into gaps, and keeps gaps in their order. */
@Injectable()
export class GapComputation {
  constructor(
    private readonly outbox: Outbox,
    private readonly trace: Trace,
  ) {}

  /**
   * Computes the gaps of some indicators. A gap keeps its judgments when it is computed again; one that is no more is
   * marked met. Returns the gaps that are there.
   */
  async compute(tx: Tx, assessment: Assessment, frame: RoundFrame, results: IndicatorResult[]): Promise<Gap[]> {
    const known = new Map(
      (await tx.rows(Gap).find({ assessmentId: assessment.id })).map((gap) => [gap.indicatorKey, gap]),
    );
    const elementOf = elementKeys(frame);
    const changes = results.map((result) => ({
      known: known.get(result.indicatorKey),
      values: valuesOf(frame, result),
    }));
    const fresh = changes.flatMap(({ known: gap, values }) => (gap || !values ? [] : [values]));
    const inserted = await tx.rows(Gap).insertAll(
      fresh.map((values) => ({
        ...{ assessmentId: assessment.id, partnershipId: assessment.partnershipId },
        ...{ elementKey: elementOf.get(values.indicatorKey)!, impact: null, effort: null, band: null },
        ...{ bandReason: null, chosen: false, priorityOrder: 0 },
        ...values,
      })),
    );
    const kept = await Promise.all(
      changes.flatMap(({ known: gap, values }) =>
        gap ? [tx.rows(Gap).update(Object.assign(gap, values ?? { state: 'met' as const }))] : [],
      ),
    );
    await this.linkToRatings(tx, inserted);
    await this.reorder(tx, assessment.id);
    const current = [...inserted, ...kept.filter((gap) => gap.state === 'current')];
    await this.outbox.append(
      tx,
      gapsComputed(
        assessment.id,
        current.map(({ id }) => id),
      ),
    );
    return current;
  }

  /** The thread begins here: each gap came of the rating of its indicator. */
  private async linkToRatings(tx: Tx, gaps: Gap[]): Promise<void> {
    if (gaps.length === 0) return;
    const keys = gaps.map(({ indicatorKey }) => indicatorKey);
    const ratings = await tx.rows(ConsensusRating).find({ assessmentId: gaps[0].assessmentId, indicatorKey: keys });
    const idOf = new Map(ratings.map(({ id, indicatorKey }) => [indicatorKey, id]));
    await Promise.all(
      gaps.flatMap(({ id, indicatorKey }) => {
        const from = idOf.get(indicatorKey);
        if (!from) return [];
        return [this.trace.link(tx, { from: { kind: RATING, id: from }, to: { kind: GAP, id }, kind: 'leads-to' })];
      }),
    );
  }

  /** Writes the place of each gap of an assessment; it follows from the rows and counts no version up. */
  async reorder(tx: Tx, assessmentId: string): Promise<void> {
    const gaps = await tx.rows(Gap).find({ assessmentId, state: 'current' });
    const blocks = await tx.rows(GapBlock).find({ blockedGapId: gaps.map(({ id }) => id) });
    const ordered = orderGaps(
      gaps
        .sort((a, b) => a.priorityOrder - b.priorityOrder || (a.id < b.id ? -1 : 1))
        .map(({ id, band, size }) => ({
          ...{ id, band, steps: size ?? 0 },
          blockedBy: blocks.filter((block) => block.blockedGapId === id).map((block) => block.blockerGapId),
        })),
    );
    await tx.query(
      `update gap g set priority_order = v.place from unnest($2::uuid[]) with ordinality as v (id, place)
       where g.tenant_id = $1 and g.id = v.id and g.priority_order <> v.place`,
      [tx.tenantId, ordered.map(({ id }) => id)],
    );
  }

  /** Marks gaps whose assessment is open again or has a later cycle. */
  async outdate(tx: Tx, gaps: Gap[]): Promise<void> {
    await Promise.all(gaps.map((gap) => tx.rows(Gap).update(Object.assign(gap, { state: 'outdated' as const }))));
  }
}

type GapValues = Pick<Gap, 'indicatorKey' | 'state' | 'consensusLevel' | 'targetLevel' | 'size' | 'provisional'>;

/** What a gap says of one result; null where there is none. */
function valuesOf({ definition }: RoundFrame, result: IndicatorResult): GapValues | null {
  const { indicatorKey, consensus, target } = result;
  const gap = gapOf(definition.scale, target, consensus);
  if (gap.state === 'none' || target === null) return null;
  return {
    ...{ indicatorKey, state: 'current', targetLevel: target },
    consensusLevel: reached(consensus),
    size: gap.state === 'open' ? gap.steps : null,
    provisional: gap.state === 'open' && gap.provisional,
  };
}

function reached(consensus: IndicatorResult['consensus']): string | null {
  if (consensus.outcome === 'level') return consensus.levelKey;
  return consensus.outcome === 'no_consensus' ? (consensus.range?.lowest ?? null) : null;
}

function elementKeys({ definition }: RoundFrame): Map<string, string> {
  return new Map(
    definition.elements.flatMap((element) =>
      element.strategies.flatMap(({ indicators }) => indicators.map(({ key }) => [key, element.key] as const)),
    ),
  );
}
