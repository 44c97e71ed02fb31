import { ApiProperty } from '@nestjs/swagger';
import { AssessmentListItem } from '../rounds/assessment.response';

/** Gaps of one element of one partnership. */
export class GapsOfElement {
  partnershipId: string;
  partnershipName: string;
  elementKey: string;
  title: string;
  /** Current gaps. */
  open: number;
  /** Those the team chose for this cycle. */
  chosen: number;
}

/** A partnership that the caller takes part in. */
export class MyPartnership {
  id: string;
  name: string;
  /** What one of the caller's organizations is in it; null when none is a member. */
  @ApiProperty({ type: String, nullable: true }) memberRole: string | null;
  /** Keys of the systems without a member. */
  missingSystems: string[];
}

/** What waits for the caller. */
export class MyWorkResponse {
  /** Open assessments that the caller has not submitted. */
  toAnswer: AssessmentListItem[];
  /** Talks that the caller leads or answered for. */
  consensus: AssessmentListItem[];
  /** Results that the caller may approve. */
  toApprove: AssessmentListItem[];
  gapsByElement: GapsOfElement[];
  partnerships: MyPartnership[];
}
