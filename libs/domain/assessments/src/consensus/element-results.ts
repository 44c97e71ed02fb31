import { Injectable } from '@nestjs/common';
import { Settings } from '@domain/directory';
import type { Tx } from '@platform/database';
import type { AssessmentSettings } from '../rules/assessment-settings';
import { lowerMedian } from '../rules/distribution';
import { type AnswerScale, indicatorsOf, levelRank } from '../rules/instrument-definition';
import { type ElementRollUp, type IndicatorResult, rollUp } from '../rules/roll-up';
import type { Assessment } from '../rounds/assessment.entity';
import { ElementResult } from './locked-result.entity';
import type { RoundFrame } from './round-facts';

/** What the heat map shows of one element. */
export type ElementFigures = Pick<
  ElementResult,
  'elementKey' | 'level' | 'target' | 'belowTarget' | 'n' | 'unresolved' | 'ratings' | 'dontKnow'
>;

/** Rolls a locked assessment up to its elements: written once, read with every heat map. */
@Injectable()
export class ElementResults {
  /** The figures of each element in scope. */
  figures({ definition }: RoundFrame, results: IndicatorResult[], settings: AssessmentSettings): ElementFigures[] {
    return rollUp(definition, results, settings).map((element) => {
      const keys = new Set(
        indicatorsOf({
          ...definition,
          elements: definition.elements.filter(({ key }) => key === element.elementKey),
        }).map(({ key }) => key),
      );
      return figuresOf(
        definition.scale,
        element,
        results.filter(({ indicatorKey }) => keys.has(indicatorKey)),
      );
    });
  }

  /** Writes the figures of a lock in place of those of the lock before. */
  async write(tx: Tx, assessment: Assessment, frame: RoundFrame, results: IndicatorResult[]): Promise<void> {
    const { id, partnershipId, instrumentId, lockedAt } = assessment;
    const settings = await Settings.of(tx);
    await tx.query('delete from element_result where tenant_id = $1 and assessment_id = $2', [tx.tenantId, id]);
    await tx.rows(ElementResult).insertAll(
      this.figures(frame, results, settings).map((figures) => ({
        ...{ assessmentId: id, partnershipId, instrumentId, lockedAt: lockedAt ?? tx.now },
        ...figures,
      })),
    );
  }
}

function figuresOf(scale: AnswerScale, element: ElementRollUp, results: IndicatorResult[]): ElementFigures {
  const target = scale.ordered
    ? lowerMedian(
        scale,
        results.flatMap((result) => result.target ?? []),
      )
    : null;
  const { elementKey, median, n, unresolved } = element;
  const sum = (field: 'ratings' | 'dontKnow') => results.reduce((total, result) => total + result[field], 0);
  return {
    ...{ elementKey, level: median, target, n, unresolved },
    belowTarget: median !== null && target !== null && levelRank(scale, median) < levelRank(scale, target),
    ratings: sum('ratings'),
    dontKnow: sum('dontKnow'),
  };
}
