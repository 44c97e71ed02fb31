import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { Evidence } from '../evidence/evidence.entity';
import { Instruments } from '../instruments/instruments';
import { type Distribution, distributionOf } from '../rules/distribution';
import type { Indicator, InstrumentDefinition } from '../rules/instrument-definition';
import type { IndicatorResult } from '../rules/roll-up';
import { indicatorsInScope, targetOf, type Targets } from '../rules/scope';
import type { Assessment } from '../rounds/assessment.entity';
import { ConsensusRating } from './consensus-rating.entity';
import { IndicatorTarget } from './indicator-target.entity';

/** What an assessment rates with, and what is known of each indicator in its scope. */
export interface RoundFrame {
  definition: InstrumentDefinition;
  indicators: Indicator[];
}

interface AnswerCount {
  indicator_key: string;
  answer: string;
  count: number;
}

/**
 * The facts behind consensus and result: numbers of answers, ratings, targets, evidence. It answers the module's own
 * rules; what of it a person sees is decided by the display rules.
 */
@Injectable()
export class RoundFacts {
  constructor(private readonly instruments: Instruments) {}

  /** The instrument and the indicators in scope. */
  async frame(tx: Tx, assessment: Assessment): Promise<RoundFrame> {
    const { definition } = await this.instruments.of(tx, assessment.instrumentId);
    return { definition, indicators: indicatorsInScope(definition, assessment.scope) };
  }

  /**
   * The submitted answers to each indicator in scope, counted. Answers that were not submitted are drafts: they count as
   * none.
   */
  async distributions(tx: Tx, assessment: Assessment, frame: RoundFrame): Promise<Map<string, Distribution>> {
    const counting = tx.query<AnswerCount>(
      `select x.indicator_key, coalesce(x.level, x.answer) as answer, count(*) as count
       from response x join respondent r on r.tenant_id = x.tenant_id and r.id = x.respondent_id
       where x.tenant_id = $1 and x.assessment_id = $2 and r.status = 'submitted' group by 1, 2`,
      [tx.tenantId, assessment.id],
    );
    const [rows, [{ invited }]] = await Promise.all([
      counting,
      tx.query<{ invited: number }>(
        'select count(*) as invited from respondent where tenant_id = $1 and assessment_id = $2',
        [tx.tenantId, assessment.id],
      ),
    ]);
    const given = new Map<string, string[]>();
    for (const { indicator_key: key, answer, count } of rows)
      given.set(key, [...(given.get(key) ?? []), ...Array<string>(count).fill(answer)]);
    return new Map(
      frame.indicators.map(({ key }) => {
        const answers = given.get(key) ?? [];
        const open = Array<null>(Math.max(0, invited - answers.length)).fill(null);
        return [key, distributionOf(frame.definition.scale, [...answers, ...open])];
      }),
    );
  }

  /** What the team recorded, by indicator, with dissenting views. */
  async ratings(tx: Tx, assessmentId: string): Promise<Map<string, ConsensusRating>> {
    const rows = await tx.rows(ConsensusRating).find({ assessmentId }, ['dissent']);
    return new Map(rows.map((row) => [row.indicatorKey, row]));
  }

  /** Levels aimed at that differ from the default. */
  async targets(tx: Tx, assessmentId: string): Promise<Targets> {
    const rows = await tx.rows(IndicatorTarget).find({ assessmentId });
    return Object.fromEntries(rows.map((row) => [row.indicatorKey, row.level]));
  }

  /** The partnership's shared evidence by indicator. */
  async evidence(tx: Tx, assessment: Assessment): Promise<Map<string, Evidence[]>> {
    const { partnershipId } = assessment;
    const rows = await tx.rows(Evidence).find({ partnershipId, sharing: 'partnership' }, ['indicators']);
    const found = new Map<string, Evidence[]>();
    for (const evidence of rows.sort((a, b) => (a.id < b.id ? -1 : 1)))
      for (const { indicatorKey } of evidence.indicators)
        found.set(indicatorKey, [...(found.get(indicatorKey) ?? []), evidence]);
    return found;
  }

  /** The result of each indicator in scope as it stands. */
  async results(tx: Tx, assessment: Assessment, frame: RoundFrame): Promise<IndicatorResult[]> {
    const [distributions, ratings, targets] = await Promise.all([
      this.distributions(tx, assessment, frame),
      this.ratings(tx, assessment.id),
      this.targets(tx, assessment.id),
    ]);
    return frame.indicators.map(({ key }) => ({
      indicatorKey: key,
      consensus: ratings.get(key)?.consensus ?? { outcome: 'unresolved' },
      target: targetOf(frame.definition, targets, key),
      ratings: distributions.get(key)!.n,
      dontKnow: distributions.get(key)!.dontKnow,
    }));
  }
}
