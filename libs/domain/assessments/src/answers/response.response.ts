import { ApiProperty } from '@nestjs/swagger';
import { type AnswerKind, ANSWERS, type Response } from './response.entity';

/** Evidence as an answer names it. */
export class NamedEvidence {
  id: string;
  title: string;
}

/** The caller's own answer to one indicator. */
export class ResponseItem {
  indicatorKey: string;
  version: number;
  @ApiProperty({ enum: ANSWERS }) answer: AnswerKind;
  @ApiProperty({ type: String, nullable: true }) level: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  evidence: NamedEvidence[];
  @ApiProperty({ enum: ['low', 'medium', 'high'], nullable: true }) priority: Response['priority'];
  @ApiProperty({ type: Boolean, nullable: true }) technicalAssistanceNeeded: boolean | null;
  @ApiProperty({ type: String, nullable: true }) nextStep: string | null;
  updatedAt: Date;

  static from(response: Response, titles: ReadonlyMap<string, string>): ResponseItem {
    const { indicatorKey, version, answer, level, reason, note, evidenceIds, updatedAt } = response;
    const { priority, technicalAssistanceNeeded, nextStep } = response;
    const evidence = (evidenceIds ?? []).flatMap((id) => (titles.has(id) ? [{ id, title: titles.get(id)! }] : []));
    return {
      ...{ indicatorKey, version, answer, level, reason, note, evidence },
      ...{ priority, technicalAssistanceNeeded, nextStep, updatedAt },
    };
  }
}

/** All of the caller's own answers. */
export class MyResponses {
  items: ResponseItem[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt: Date | null;
}
