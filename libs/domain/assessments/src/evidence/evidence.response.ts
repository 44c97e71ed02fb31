import { ApiProperty } from '@nestjs/swagger';
import { type Evidence, EVIDENCE_KINDS, type EvidenceKind } from './evidence.entity';

/** Something that supports ratings. */
export class EvidenceResponse {
  id: string;
  version: number;
  partnershipId: string;
  @ApiProperty({ type: String, nullable: true }) assessmentId: string | null;
  title: string;
  @ApiProperty({ enum: EVIDENCE_KINDS }) kind: EvidenceKind;
  @ApiProperty({ type: String, nullable: true }) url: string | null;
  @ApiProperty({ type: String, nullable: true }) fileId: string | null;
  /** ISO date. */
  @ApiProperty({ type: String, nullable: true }) periodFrom: string | null;
  /** ISO date. */
  @ApiProperty({ type: String, nullable: true }) periodTo: string | null;
  /** `private` until answering of its assessment ends. */
  @ApiProperty({ enum: ['private', 'partnership'] }) sharing: Evidence['sharing'];
  /** Whether the caller brought it. Who else brought what is not told: it would tell the answers. */
  mine: boolean;
  /** Old enough that a new cycle should not rest on it. */
  dated: boolean;
  indicatorKeys: string[];
  allowed: string[];
}

/** One page of evidence. */
export class EvidenceListResponse {
  items: EvidenceResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
