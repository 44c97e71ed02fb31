import { indicatorsOf } from './instrument-definition';
import { scaleOf, sixKeyElements } from './rules.fixtures';
import { checkScope, checkTargets, indicatorsInScope, targetOf } from './scope';

const [first] = indicatorsOf(sixKeyElements);

describe('the scope of an assessment', () => {
  it('drops indicators of the other level by itself', () => {
    expect(indicatorsInScope(sixKeyElements, { level: 'state', elementKeys: null })).toHaveLength(83);
    expect(indicatorsInScope(sixKeyElements, { level: 'local', elementKeys: null })).toHaveLength(82);
    expect(
      indicatorsInScope(sixKeyElements, { level: 'local', elementKeys: null }).some(({ level }) => level === 'state'),
    ).toBe(false);
  });

  it('keeps the order of the instrument, whatever the order of the chosen elements', () => {
    const keys = indicatorsInScope(sixKeyElements, { level: 'state', elementKeys: ['policies', 'employers'] }).map(
      ({ key }) => key,
    );
    expect(keys[0]).toMatch(/^employers\./);
    expect(keys[keys.length - 1]).toMatch(/^policies\./);
  });

  it('names the element that the instrument does not have', () => {
    expect(checkScope(sixKeyElements, { level: 'local', elementKeys: ['employers', 'six'] })).toMatchObject([
      { path: 'elementKeys[1]', rule: 'scope_element_unknown', details: { elementKey: 'six' } },
    ]);
  });

  it('is refused when nothing is left to rate', () => {
    expect(checkScope(sixKeyElements, { level: 'local', elementKeys: [] })).toMatchObject([
      { path: 'elementKeys', rule: 'scope_empty' },
    ]);
    expect(checkScope(sixKeyElements, { level: 'local', elementKeys: null })).toEqual([]);
  });
});

describe('targets', () => {
  it('are the default of the instrument unless set', () => {
    expect(targetOf(sixKeyElements, {}, first.key)).toBe('implementing');
    expect(targetOf(sixKeyElements, { [first.key]: 'sustaining' }, first.key)).toBe('sustaining');
    expect(targetOf(sixKeyElements, {}, 'constructor')).toBe('implementing');
  });

  it('do not exist where levels have no order', () => {
    const unordered = { ...sixKeyElements, scale: scaleOf(3, false) };
    expect(targetOf(unordered, {}, first.key)).toBeNull();
    expect(checkTargets(unordered, { level: 'state', elementKeys: null }, { [first.key]: 'level_1' })).toMatchObject([
      { rule: 'target_needs_order' },
    ]);
  });

  it('must name a level and an indicator in scope', () => {
    const scope = { level: 'local' as const, elementKeys: ['partnerships'] };
    const path = (key: string) => `targets["${key}"]`;
    expect(checkTargets(sixKeyElements, scope, { [first.key]: '3' })).toMatchObject([
      { path: path(first.key), rule: 'target_level_unknown' },
    ]);
    expect(checkTargets(sixKeyElements, scope, { other: 'planning' })).toMatchObject([
      { path: path('other'), rule: 'target_out_of_scope' },
    ]);
    expect(checkTargets(sixKeyElements, scope, { [first.key]: 'planning' })).toEqual([]);
  });
});
