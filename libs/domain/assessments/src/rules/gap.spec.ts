import fc from 'fast-check';
import type { Consensus } from './consensus';
import { gapOf } from './gap';
import { levelRank } from './instrument-definition';
import { fourLevels, scaleOf } from './rules.fixtures';

const level = (levelKey: string): Consensus => ({ outcome: 'level', levelKey });

describe('the gap of an indicator', () => {
  it.each([
    ['sustaining', 'exploring', 3],
    ['implementing', 'exploring', 2],
    ['implementing', 'planning', 1],
  ])('from target %s to consensus %s is %i steps', (target, reached, steps) => {
    expect(gapOf(fourLevels, target, level(reached))).toEqual({ state: 'open', steps, provisional: false });
  });

  it.each(['implementing', 'sustaining'])(
    'does not exist when the consensus is %s and the target level 3',
    (reached) => {
      expect(gapOf(fourLevels, 'implementing', level(reached))).toEqual({
        state: 'none',
        because: 'target_met',
        provisional: false,
      });
    },
  );

  it('does not exist for what is not applicable', () => {
    expect(gapOf(fourLevels, 'implementing', { outcome: 'not_applicable' })).toEqual({
      state: 'none',
      because: 'not_applicable',
      provisional: false,
    });
  });

  it('is unknown, not zero, while unresolved', () => {
    expect(gapOf(fourLevels, 'implementing', { outcome: 'unresolved' })).toEqual({ state: 'unknown' });
  });

  it('counts from the lower end and is provisional without consensus', () => {
    const range = { lowest: 'exploring', highest: 'implementing' };
    expect(gapOf(fourLevels, 'implementing', { outcome: 'no_consensus', range })).toEqual({
      state: 'open',
      steps: 2,
      provisional: true,
    });
    const above = { lowest: 'implementing', highest: 'sustaining' };
    expect(gapOf(fourLevels, 'implementing', { outcome: 'no_consensus', range: above })).toEqual({
      state: 'none',
      because: 'target_met',
      provisional: true,
    });
  });

  it('does not exist without a target or an order', () => {
    expect(gapOf(fourLevels, null, level('exploring'))).toMatchObject({ state: 'none', because: 'no_target' });
    expect(gapOf(scaleOf(3, false), null, level('level_1'))).toMatchObject({ state: 'none', because: 'no_target' });
  });

  it('is never negative and never larger than the scale, whatever the target and consensus', () => {
    const anyCase = fc.integer({ min: 2, max: 9 }).chain((count) => {
      const scale = scaleOf(count);
      const key = fc.constantFrom(...scale.levels.map((one) => one.key));
      return fc.tuple(fc.constant(scale), key, key);
    });
    fc.assert(
      fc.property(anyCase, ([scale, target, reached]) => {
        const gap = gapOf(scale, target, level(reached));
        const distance = levelRank(scale, target) - levelRank(scale, reached);
        if (gap.state === 'open') expect([gap.steps > 0, gap.steps]).toEqual([true, distance]);
        else expect(distance).toBeLessThanOrEqual(0);
      }),
    );
  });
});
