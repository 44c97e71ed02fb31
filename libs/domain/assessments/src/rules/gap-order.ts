import { type PriorityBand, priorityBands } from './priority';

/** A gap as the list of priorities orders it. */
export interface OrderedGap {
  id: string;
  /** Null until the team judged impact and effort: such gaps stand last. */
  band: PriorityBand | null;
  /** Size in steps between levels. */
  steps: number;
  /** Gaps that must close before this one. */
  blockedBy: string[];
}

/**
 * Gaps in the order to work on: by band, larger ones first inside a band, otherwise as given; a gap that blocks another
 * is pulled up right before it, whatever its own band (ta-model 3.5).
 */
export function orderGaps<T extends OrderedGap>(gaps: T[]): T[] {
  const byPriority = [...gaps].sort((a, b) => bandRank(a) - bandRank(b) || b.steps - a.steps);
  const ordered = new Set<T>();
  const visited = new Set<T>();
  const place = (gap: T): void => {
    if (visited.has(gap)) return;
    visited.add(gap);
    byPriority.filter(({ id }) => gap.blockedBy.includes(id)).forEach(place);
    ordered.add(gap);
  };
  byPriority.forEach(place);
  return [...ordered];
}

/**
 * The gaps that would wait for each other if `blocker` blocked `blocked`, from the blocked one back to itself; null when
 * the relation may be recorded.
 */
export function blockingCycle(gaps: OrderedGap[], blocker: string, blocked: string): string[] | null {
  const waits = new Map(gaps.map(({ id, blockedBy }) => [id, blockedBy]));
  const seen = new Set<string>();
  const pathTo = (from: string): string[] | null => {
    if (from === blocked) return [from];
    if (seen.has(from)) return null;
    seen.add(from);
    for (const next of waits.get(from) ?? []) {
      const path = pathTo(next);
      if (path) return [from, ...path];
    }
    return null;
  };
  const path = pathTo(blocker);
  return path && [blocked, ...path];
}

function bandRank({ band }: OrderedGap): number {
  return band === null ? priorityBands.length : priorityBands.indexOf(band);
}
