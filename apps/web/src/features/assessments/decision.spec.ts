import type { ConsensusItem } from '../../api/readiness';
import { bodyOf, choose, decisionOf, errorsByField, isOutside } from './decision';

const SCALE = ['one', 'two', 'three'].map((key, i) => ({ key, label: key, value: i + 1 }));
const item = {
  indicatorKey: 'i',
  proposal: 'two',
  spread: { display: 'dots', range: { lowest: 'one', highest: 'two', steps: 1 } },
  rating: null,
} as ConsensusItem;

describe('what the team records', () => {
  it('is nothing at first: the starting point is not chosen for the team', () => {
    expect(decisionOf(item).outcome).toBeNull();
    expect(decisionOf(item).level).toBeNull();
  });

  it('keeps the range of the answers without consensus', () => {
    expect(bodyOf(choose(decisionOf(item), 'no_consensus', item))).toMatchObject({ low: 'one', high: 'two' });
  });

  it('leaves out what its outcome does not need', () => {
    const decided = { ...choose(decisionOf(item), 'level', item), level: 'two', ownerPersonId: 'p', low: 'one' };
    expect(bodyOf(decided)).not.toHaveProperty('ownerPersonId');
    expect(bodyOf(decided)).not.toHaveProperty('low');
    expect(bodyOf(decided)).toMatchObject({ outcome: 'level', level: 'two' });
  });

  it('asks for a reason outside the answers', () => {
    expect(isOutside(SCALE, item, 'three')).toBe(true);
    expect(isOutside(SCALE, item, 'two')).toBe(false);
  });

  it('shows refusals at their field', () => {
    const problem = { rule: 'r', message: 'Say it.' };
    expect(errorsByField([{ ...problem, path: 'dissent[0].text' }], ({ message }) => message)).toEqual({
      dissent: 'Say it.',
    });
  });
});
