import { IsISO8601 } from 'class-validator';

/** Where to move the demo's clock. */
export class MoveDemoClockRequest {
  /** The instant that becomes the present, as an ISO date and time. */
  @IsISO8601({ strict: true }) now: string;
}
