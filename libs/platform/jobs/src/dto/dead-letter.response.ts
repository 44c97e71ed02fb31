import { ApiProperty } from '@nestjs/swagger';
import type { DeadLetter, DeadLetterState } from '../dead-letter.entity';

/** An event that one handler could not deal with after all attempts. */
export class DeadLetterResponse {
  id: string;
  version: number;
  eventId: string;
  /** `module.fact-happened.v1` */
  eventType: string;
  handler: string;
  /** Kind, code and place of the last error; no personal data. */
  error: string;
  attempts: number;
  failedAt: Date;
  replayedAt: Date | null;
  resolvedAt: Date | null;
  @ApiProperty({ enum: ['failed', 'replaying', 'resolved'] }) state: DeadLetterState;
  allowed: string[];

  /** The letter with what the caller may do to it. */
  static from(letter: DeadLetter, allowed: string[]): DeadLetterResponse {
    const { id, version, eventId, eventType, handler, error, attempts, failedAt, replayedAt, resolvedAt, state } =
      letter;
    const own = { id, version, eventId, eventType, handler, error, attempts, failedAt, replayedAt, resolvedAt, state };
    return Object.assign(new DeadLetterResponse(), own, { allowed: state === 'failed' ? allowed : [] });
  }
}
