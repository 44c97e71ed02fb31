import fc from 'fast-check';
import { blockingCycle, orderGaps, type OrderedGap } from './gap-order';
import { priorityBands } from './priority';

const gap = (id: string, band: OrderedGap['band'], steps = 1, blockedBy: string[] = []): OrderedGap => ({
  id,
  band,
  steps,
  blockedBy,
});
const ids = (gaps: OrderedGap[]) =>
  orderGaps(gaps)
    .map(({ id }) => id)
    .join(' ');

describe('the order of gaps', () => {
  it('is by band, then by size, then as given; gaps without a band stand last', () => {
    const gaps = [
      gap('unjudged', null, 3),
      gap('leave', 'leave', 3),
      gap('small', 'do_now', 1),
      gap('large', 'do_now', 2),
      gap('small-too', 'do_now', 1),
      gap('project', 'plan_as_project', 3),
    ];
    expect(ids(gaps)).toBe('large small small-too project leave unjudged');
  });

  it('pulls a blocking gap up right before the one that waits for it, through several steps', () => {
    const gaps = [
      gap('first', 'do_now', 3),
      gap('waiting', 'do_now', 2, ['middle']),
      gap('middle', 'leave', 1, ['deep']),
      gap('deep', 'if_convenient', 1),
      gap('later', 'schedule', 1),
    ];
    expect(ids(gaps)).toBe('first deep middle waiting later');
  });

  it('ignores a blocking gap that is closed already', () => {
    expect(ids([gap('a', 'do_now', 1, ['closed'])])).toBe('a');
  });

  it('keeps every gap once, and each blocker before what it blocks', () => {
    const anyGaps = fc.integer({ min: 0, max: 12 }).chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc.record({
            band: fc.constantFrom(...priorityBands, null),
            steps: fc.integer({ min: 1, max: 4 }),
            // Relations point to earlier gaps only, so that there is no cycle.
            blockers:
              index === 0
                ? fc.constant<number[]>([])
                : fc.uniqueArray(fc.integer({ min: 0, max: index - 1 }), { maxLength: 3 }),
          }),
        ),
      ),
    );
    fc.assert(
      fc.property(anyGaps, (drawn) => {
        const gaps = drawn.map(({ band, steps, blockers }, index) =>
          gap(
            `g${index}`,
            band,
            steps,
            blockers.map((one) => `g${one}`),
          ),
        );
        const ordered = orderGaps(gaps).map(({ id }) => id);
        expect([...ordered].sort()).toEqual(gaps.map(({ id }) => id).sort());
        for (const { id, blockedBy } of gaps) {
          for (const blocker of blockedBy) expect(ordered.indexOf(blocker)).toBeLessThan(ordered.indexOf(id));
        }
      }),
    );
  });
});

describe('a new blocking relation', () => {
  const gaps = [gap('a', null, 1, ['b']), gap('b', null, 1, ['c']), gap('c', null)];

  it('may be recorded when nothing waits in a circle', () => {
    expect(blockingCycle(gaps, 'c', 'a')).toBeNull();
    expect(blockingCycle(gaps, 'elsewhere', 'a')).toBeNull();
  });

  it('is refused with the circle when the gaps would wait for each other', () => {
    expect(blockingCycle(gaps, 'a', 'c')).toEqual(['c', 'a', 'b', 'c']);
    expect(blockingCycle(gaps, 'a', 'a')).toEqual(['a', 'a']);
  });
});
