import type { INestApplicationContext } from '@nestjs/common';
import type { DemoCast } from './demo-cast';
import type { DemoRound } from './demo-round';

/** What a piece of a round is loaded with. */
export interface RoundContext {
  services: INestApplicationContext;
  cast: DemoCast;
  round: DemoRound;
  assessmentId: string;
  /** Keys of the scale's levels, lowest first. */
  levels: string[];
  /** Moves the clock to so many days before the load. */
  moveTo(daysAgo: number): void;
  /** The ISO date so many days after the load; before it when negative. */
  day(days: number): string;
}
