import type { Indicator, Instrument } from '../../api/readiness';
import { elementsInScope, indicatorsOf, levelsNeedingEvidence } from './instrument';

const indicator = (key: string, level: Indicator['level']): Indicator => ({
  key,
  code: key,
  statement: key,
  level,
  descriptors: {},
  evidenceHints: [],
  crosswalk: [],
  mayBeNotApplicable: true,
});
const instrument: Instrument = {
  id: 'i',
  key: 'i',
  version: '1',
  title: 'I',
  description: null,
  defaultTarget: null,
  orders: [],
  scale: {
    ordered: true,
    evidenceRequiredFrom: 'done',
    levels: ['start', 'done'].map((key, i) => ({ key, position: i + 1, label: key, description: null })),
  },
  elements: ['a', 'b'].map((key, i) => ({
    key,
    number: i + 1,
    title: key,
    purpose: null,
    strategies: [
      {
        key: `${key}.s`,
        code: '1',
        title: 's',
        indicators: [indicator(`${key}1`, 'both'), indicator(`${key}2`, 'state')],
      },
    ],
  })),
};

describe('what a round rates', () => {
  it('leaves out indicators of the other level', () => {
    const elements = elementsInScope(instrument, { level: 'local', elementKeys: null });
    expect(indicatorsOf(elements).map(({ key }) => key)).toEqual(['a1', 'b1']);
  });

  it('leaves out elements that were not chosen', () => {
    const elements = elementsInScope(instrument, { level: 'state', elementKeys: ['b'] });
    expect(indicatorsOf(elements).map(({ key }) => key)).toEqual(['b1', 'b2']);
  });

  it('knows which levels need evidence', () => {
    expect(levelsNeedingEvidence(instrument).map(({ key }) => key)).toEqual(['done']);
  });
});
