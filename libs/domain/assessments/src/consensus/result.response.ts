import { ApiProperty } from '@nestjs/swagger';

/** Indicators at or above their target, among those with a level and a target. */
export class TargetShare {
  count: number;
  of: number;
  /** 0 to 1. */
  share: number;
}

/** Mean position on the scale (1 for the lowest level) to one decimal; never without its n and coverage. */
export class MeanLevel {
  value: number;
  n: number;
  /** 0 to 1. */
  coverage: number;
}

/** What may be said about several indicators; nothing missing ever becomes a number. */
export class RollUpResponse {
  @ApiProperty({ type: String, nullable: true }) medianLevel: string | null;
  @ApiProperty({ type: String, nullable: true }) lowestLevel: string | null;
  @ApiProperty({ type: TargetShare, nullable: true }) atOrAboveTarget: TargetShare | null;
  /** Indicators with a consensus level. */
  n: number;
  /** Consensus levels by key. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) distribution: Record<string, number>;
  notApplicable: number;
  unresolved: number;
  noConsensus: number;
  /** Left out where it would not be honest. */
  mean?: MeanLevel;
}

/** How much the answers rest on knowledge. */
export class CoverageResponse {
  /** Individual ratings among ratings and "don't know", 0 to 1; null when there is neither. */
  @ApiProperty({ type: Number, nullable: true }) value: number | null;
  /** False below the minimum: show the list of indicators rather than an average. */
  shown: boolean;
}

/** The result of a strategy. */
export class StrategyResult {
  strategyKey: string;
  code: string;
  title: string;
  result: RollUpResponse;
  coverage: CoverageResponse;
  /** Lower median of the levels aimed at. */
  @ApiProperty({ type: String, nullable: true }) targetLevel: string | null;
}

/** The result of an element. */
export class ElementResultResponse {
  elementKey: string;
  number: number;
  title: string;
  result: RollUpResponse;
  coverage: CoverageResponse;
  /** Lower median of the levels aimed at. */
  @ApiProperty({ type: String, nullable: true }) targetLevel: string | null;
  strategies: StrategyResult[];
}

/** What has to stand beside every result: opinion supported by evidence, of whom and when. */
export class ResultStatement {
  /** People whose answers count. */
  respondents: number;
  /** Keys of the systems they stand for. */
  systems: string[];
  date: Date;
  instrumentTitle: string;
  instrumentVersion: string;
}

/** The result of an assessment by element and strategy; there is no total. */
export class ResultsResponse {
  /** True before the lock: what it would be as of now. */
  preview: boolean;
  elements: ElementResultResponse[];
  statement: ResultStatement;
  /** Current gaps by priority band; `unjudged` are those without one. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) gapsByBand: Record<string, number>;
}
