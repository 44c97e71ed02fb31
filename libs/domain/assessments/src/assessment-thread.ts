import type { Trace } from '@platform/trace';
import { ConsensusRating } from './consensus/consensus-rating.entity';
import { Gap } from './gaps/gap.entity';
import type { Instruments } from './instruments/instruments';

/** Kinds of records of this module in threads. */
export const RATING = 'consensus_rating';
/** A gap came of a rating. */
export const GAP = 'gap';

/** Says how ratings and gaps are shown in a thread. */
export function describeThread(trace: Trace, instruments: Instruments): void {
  trace.describe(RATING, { entity: ConsensusRating, title: (row) => instruments.statementOf(row.indicatorKey) });
  trace.describe(GAP, { entity: Gap, title: (row) => instruments.statementOf(row.indicatorKey) });
}
