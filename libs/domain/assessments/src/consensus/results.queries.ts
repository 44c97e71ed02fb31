import { Injectable } from '@nestjs/common';
import { Settings } from '@domain/directory';
import { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { Respondent } from '../answers/respondent.entity';
import { NoResultYet } from '../assessments.errors';
import { lowerMedian } from '../rules/distribution';
import {
  type InstrumentDefinition,
  type InstrumentElement,
  type InstrumentStrategy,
} from '../rules/instrument-definition';
import { priorityBands } from '../rules/priority';
import { type ElementRollUp, type IndicatorResult, type RollUp, rollUp, type StrategyRollUp } from '../rules/roll-up';
import { Assessment } from '../rounds/assessment.entity';
import type {
  CoverageResponse,
  ElementResultResponse,
  ResultsResponse,
  ResultStatement,
  RollUpResponse,
  StrategyResult,
} from './result.response';
import { RoundFacts, type RoundFrame } from './round-facts';

/** Reads the result of an assessment. */
@Injectable()
export class ResultsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly facts: RoundFacts,
  ) {}

  /** The result; before the lock only for those who lead or approve. @throws NotFound, NoResultYet */
  one(actor: Actor, assessmentId: string): Promise<ResultsResponse> {
    return this.database.read(actor, async (tx) => {
      const assessment = await tx.rows(Assessment).visible(assessmentId);
      const preview = this.isPreview(actor, assessment);
      const frame = await this.facts.frame(tx, assessment);
      const [results, statement, gapsByBand, settings] = await Promise.all([
        this.facts.results(tx, assessment, frame),
        this.statement(tx, assessment, frame),
        gapCounts(tx, assessmentId),
        Settings.of(tx),
      ]);
      const rolled = rollUp(frame.definition, results, settings);
      return {
        preview,
        elements: rolled.map((element) => elementView(frame.definition, element, results)),
        statement,
        gapsByBand,
      };
    });
  }

  /** @throws NoResultYet */
  private isPreview(actor: Actor, assessment: Assessment): boolean {
    const { status } = assessment;
    if (status === 'locked' || status === 'superseded') return false;
    const leads = this.access.allowed(actor, assessment, ['facilitate', 'lock']).length > 0;
    if (leads && (status === 'in_consensus' || status === 'awaiting_approval')) return true;
    throw new NoResultYet();
  }

  private async statement(tx: Tx, assessment: Assessment, { definition }: RoundFrame): Promise<ResultStatement> {
    const submitted = await tx.rows(Respondent).find({ assessmentId: assessment.id, status: 'submitted' });
    return {
      respondents: submitted.length,
      systems: [...new Set(submitted.flatMap(({ system }) => system ?? []))].sort(),
      date: assessment.lockedAt ?? tx.now,
      instrumentTitle: definition.title,
      instrumentVersion: definition.version,
    };
  }
}

async function gapCounts(tx: Tx, assessmentId: string): Promise<Record<string, number>> {
  const rows = await tx.query<{ band: string; count: number }>(
    `select coalesce(band, 'unjudged') as band, count(*) as count from gap
     where tenant_id = $1 and assessment_id = $2 and state = 'current' group by 1`,
    [tx.tenantId, assessmentId],
  );
  const none = Object.fromEntries([...priorityBands, 'unjudged'].map((band) => [band, 0]));
  return { ...none, ...Object.fromEntries(rows.map(({ band, count }) => [band, count])) };
}

function elementView(
  definition: InstrumentDefinition,
  rolled: ElementRollUp,
  results: IndicatorResult[],
): ElementResultResponse {
  const element = definition.elements.find(({ key }) => key === rolled.elementKey)!;
  return {
    ...{ elementKey: element.key, number: element.number, title: element.title },
    result: rollUpView(rolled),
    coverage: coverageView(rolled),
    targetLevel: targetLevel(definition, keysOf(element.strategies), results),
    strategies: rolled.strategies.map((strategy) => strategyView(definition, element, strategy, results)),
  };
}

function strategyView(
  definition: InstrumentDefinition,
  element: InstrumentElement,
  rolled: StrategyRollUp,
  results: IndicatorResult[],
): StrategyResult {
  const strategy = element.strategies.find(({ key }) => key === rolled.strategyKey)!;
  return {
    ...{ strategyKey: strategy.key, code: strategy.code, title: strategy.title },
    result: rollUpView(rolled),
    coverage: coverageView(rolled),
    targetLevel: targetLevel(definition, keysOf([strategy]), results),
  };
}

function rollUpView(rolled: RollUp): RollUpResponse {
  const { median, lowest, atTarget, n, levels, notApplicable, unresolved, noConsensus, mean, coverage } = rolled;
  return {
    ...{
      medianLevel: median,
      lowestLevel: lowest,
      atOrAboveTarget: atTarget,
      n,
      notApplicable,
      unresolved,
      noConsensus,
    },
    distribution: Object.fromEntries(levels.map(({ levelKey, count }) => [levelKey, count])),
    ...(mean === null || coverage === null ? {} : { mean: { value: mean, n, coverage } }),
  };
}

function coverageView({ coverage, isCoverageLow }: RollUp): CoverageResponse {
  return { value: coverage, shown: coverage !== null && !isCoverageLow };
}

function keysOf(strategies: InstrumentStrategy[]): Set<string> {
  return new Set(strategies.flatMap(({ indicators }) => indicators.map(({ key }) => key)));
}

function targetLevel({ scale }: InstrumentDefinition, keys: Set<string>, results: IndicatorResult[]): string | null {
  const targets = results.flatMap(({ indicatorKey, target }) => (keys.has(indicatorKey) && target ? [target] : []));
  return scale.ordered ? lowerMedian(scale, targets) : null;
}
