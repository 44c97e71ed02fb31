import { Injectable } from '@nestjs/common';

/** How often a delivery is tried before it is given up, and how long it waits in between. */
@Injectable()
export class RetryRules {
  /** With the first delay doubling each time: about 17 minutes in all. */
  attempts = 10;
  firstDelayMs = 1000;
}
