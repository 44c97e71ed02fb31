import { ApiProperty } from '@nestjs/swagger';
import { type Judgment, type PriorityBand, priorityBands } from '../rules/priority';
import type { Gap } from './gap.entity';

/** How far an indicator is from its target, and how the team ranks closing it. */
export class GapResponse {
  id: string;
  version: number;
  assessmentId: string;
  partnershipId: string;
  partnershipName: string;
  indicatorKey: string;
  indicatorCode: string;
  statement: string;
  elementKey: string;
  @ApiProperty({ enum: ['current', 'outdated', 'met'] }) state: Gap['state'];
  /** The agreed level, or the lower end of the range without consensus; null while unresolved. */
  @ApiProperty({ type: String, nullable: true }) consensusLevel: string | null;
  targetLevel: string;
  /** Steps between levels; null while unknown. */
  @ApiProperty({ type: Number, nullable: true }) size: number | null;
  /** Counts from the lower end of a range, because there is no consensus. */
  provisional: boolean;
  @ApiProperty({ type: Number, nullable: true }) impact: Judgment | null;
  @ApiProperty({ type: Number, nullable: true }) effort: Judgment | null;
  /** The band that impact and effort propose. */
  @ApiProperty({ enum: priorityBands, nullable: true }) proposedBand: PriorityBand | null;
  /** The team's band. */
  @ApiProperty({ enum: priorityBands, nullable: true }) band: PriorityBand | null;
  @ApiProperty({ type: String, nullable: true }) bandReason: string | null;
  chosen: boolean;
  /** Gaps that must close before this one. */
  blockedBy: string[];
  /** Place among the gaps of the assessment, from 1. */
  order: number;
  allowed: string[];
}

/** One page of gaps. */
export class GapListResponse {
  items: GapResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
