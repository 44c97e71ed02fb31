import sixKeyElementsFile from '../../data/six-key-elements.json';
import { indicatorsOf, isRating, levelRank } from './instrument-definition';
import { InstrumentFileInvalid, parseInstrument } from './instrument-parser';
import { fourLevels, sixKeyElements, smallInstrumentFile } from './rules.fixtures';
import { slug } from './scale-parser';

/** The mistakes that reading a file reports, as `path rule`. */
function mistakes(json: unknown): string[] {
  try {
    parseInstrument(json);
  } catch (error) {
    if (error instanceof InstrumentFileInvalid) return error.problems.map(({ path, rule }) => `${path} ${rule}`);
    throw error;
  }
  return [];
}

describe('the shipped six key elements', () => {
  const indicators = indicatorsOf(sixKeyElements);

  it('have 6 elements, 26 strategies and 90 indicators', () => {
    expect(sixKeyElements.elements).toHaveLength(6);
    expect(sixKeyElements.elements.flatMap((element) => element.strategies)).toHaveLength(26);
    expect(indicators).toHaveLength(90);
  });

  it('describe each of the four levels for each indicator', () => {
    const levels = ['exploring', 'planning', 'implementing', 'sustaining'];
    expect(sixKeyElements.scale.levels.map(({ key }) => key)).toEqual(levels);
    for (const { descriptors } of indicators) {
      expect(Object.keys(descriptors)).toEqual(levels);
      expect(Object.values(descriptors).every((text) => text.length > 10)).toBe(true);
    }
  });

  it('keep the texts of the file', () => {
    const printed = sixKeyElementsFile.elements[0].strategies[0].indicators[0];
    expect(indicators[0]).toMatchObject({
      code: '1.1.1',
      statement: printed.statement,
      evidenceHints: printed.evidence,
    });
    expect(indicators[0].descriptors.sustaining).toBe(printed.descriptors['4']);
  });

  it('aim at level 3 and ask for evidence from level 3 on', () => {
    expect(sixKeyElements.scale).toMatchObject({ defaultTarget: 'implementing', evidenceRequiredFrom: 'implementing' });
    expect(sixKeyElements.companionAnswers).toEqual(['priority', 'technicalAssistanceNeeded', 'nextStep']);
  });

  it('carry both other orders, in which an element may stand twice', () => {
    expect(sixKeyElements.orders.map(({ key }) => key)).toEqual(['octae-page-order', 'workforce3one-goal-chart']);
    const [octae, chart] = sixKeyElements.orders;
    expect(octae.entries.map(({ elementKey }) => elementKey)).toEqual([
      'partnerships',
      'employers',
      'program-design',
      'funding-sustainability-scale',
      'policies',
      'data-accountability',
    ]);
    expect(chart.entries.filter(({ elementKey }) => elementKey === 'partnerships')).toHaveLength(2);
  });

  it('lead from every indicator and element to components of the program of study framework', () => {
    expect(indicators.every(({ programOfStudyComponents }) => programOfStudyComponents.length > 0)).toBe(true);
    expect(sixKeyElements.orders[0].entries[2].programOfStudyComponents).toHaveLength(7);
  });

  it('have indicators for the state, for local systems and for both', () => {
    const count = (level: string) => indicators.filter((indicator) => indicator.level === level).length;
    expect([count('both'), count('state'), count('local')]).toEqual([75, 8, 7]);
  });

  it('offer "not applicable" with a reason and "don\'t know"', () => {
    expect(fourLevels.nonScored.map(({ key, requiresReason }) => [key, requiresReason])).toEqual([
      ['not_applicable', true],
      ['dont_know', false],
    ]);
  });
});

describe('reading an instrument file', () => {
  it('accepts three levels and derives stable keys, the target and the reason for "not applicable"', () => {
    const { scale } = parseInstrument(smallInstrumentFile());
    expect(scale.levels.map(({ key }) => key)).toEqual(['not_yet', 'begun', 'done']);
    expect(scale).toMatchObject({ ordered: true, defaultTarget: 'done', evidenceRequiredFrom: null });
    expect(scale.nonScored[0].requiresReason).toBe(true);
  });

  it('takes the key of a level from the file where it has one, so that a label may be reworded', () => {
    const file = smallInstrumentFile();
    file.scale.levels = [
      { key: 'none', value: 1, label: 'Aún no' },
      { value: 2, label: 'En preparación' },
      { value: 3, label: 'Listo' },
    ];
    expect(parseInstrument(file).scale.levels.map(({ key }) => key)).toEqual(['none', 'en_preparacion', 'listo']);
  });

  it('accepts descriptors under level keys', () => {
    const file = smallInstrumentFile();
    const [indicator] = indicatorsOf(parseInstrument(file));
    const strategies = file.elements[0].strategies as { indicators: { descriptors: object }[] }[];
    strategies[0].indicators[0].descriptors = { not_yet: 'Nothing.', begun: 'Something.', done: 'Everything.' };
    expect(indicatorsOf(parseInstrument(file))[0].descriptors).toEqual(indicator.descriptors);
  });

  it('accepts levels without an order, which have neither target nor evidence limit', () => {
    const file = smallInstrumentFile();
    file.scale.ordered = false;
    expect(parseInstrument(file).scale).toMatchObject({
      ordered: false,
      defaultTarget: null,
      evidenceRequiredFrom: null,
    });
    expect(mistakes({ ...file, scoring: { defaultTarget: 2 } })).toEqual(['$.scoring.defaultTarget ordered']);
  });

  it.each([3, 11])('accepts %i elements', (count) => {
    const file = smallInstrumentFile();
    const [element] = file.elements;
    const [strategy] = element.strategies as { indicators: object[] }[];
    file.elements = Array.from({ length: count }, (_, index) => ({
      ...element,
      key: `e${index}`,
      number: index + 1,
      strategies: [
        {
          ...strategy,
          key: `e${index}.s`,
          code: `${index}.1`,
          indicators: [{ ...strategy.indicators[0], key: `e${index}.s.i`, code: `${index}.1.1` }],
        },
      ],
    }));
    expect(parseInstrument(file).elements).toHaveLength(count);
  });

  it('asks for evidence in the two upper levels of a scale of five when the file does not say', () => {
    const file = smallInstrumentFile();
    (file.scale.levels as object[]).push({ value: 4, label: 'Four' }, { value: 5, label: 'Five' });
    const strategies = file.elements[0].strategies as { indicators: { descriptors: object }[] }[];
    strategies[0].indicators[0].descriptors = { 1: 'a', 2: 'b', 3: 'c', 4: 'd', 5: 'e' };
    expect(parseInstrument(file).scale).toMatchObject({ evidenceRequiredFrom: 'four', defaultTarget: 'four' });
  });

  it('turns a checklist into one element for each item, the best answer on top', () => {
    const checklist = parseInstrument(checklistFile());
    expect(checklist.scale.levels.map(({ key, label }) => `${key}: ${label}`)).toEqual([
      'not_met: Not met',
      'partly: Partly',
      'met: Met',
    ]);
    expect(checklist.scale).toMatchObject({ defaultTarget: 'met', evidenceRequiredFrom: null });
    expect(checklist.elements.map(({ key }) => key)).toEqual(['wioa.a', 'wioa.d']);
    const [a, d] = indicatorsOf(checklist);
    expect(a).toMatchObject({ code: 'A', mayBeNotApplicable: false, sixKeyElementStrategies: ['employers.sectors'] });
    expect(d.mayBeNotApplicable).toBe(true);
    expect(d.descriptors).toEqual({ met: 'Runs.', partly: 'Begun.', not_met: 'Absent.' });
  });

  it('refuses a checklist whose items differ in their levels', () => {
    const file = checklistFile();
    file.items[1].answers.splice(1, 1);
    expect(mistakes(file)).toEqual(['$.items[1].answers same_levels']);
  });

  it.each([null, [], 'text', 7])('says that %j is no instrument', (json) => {
    expect(mistakes(json)).toEqual(
      expect.arrayContaining(['$ object', '$.key text', '$.scale.levels list', '$.elements list']),
    );
  });

  it('reports every mistake with its exact place, not only the first', () => {
    const file = smallInstrumentFile();
    file.key = 'Not a key';
    file.version = '1';
    file.elements[0].number = 0;
    const strategies = file.elements[0].strategies as { title: unknown; indicators: Record<string, unknown>[] }[];
    strategies[0].title = '  ';
    strategies[0].indicators[0].level = 'regional';
    strategies[0].indicators[0].descriptors = { 1: 'Nothing.', 3: 7, 9: 'Beyond.' };
    expect(mistakes(file)).toEqual([
      '$.key key',
      '$.version version',
      '$.elements[0].number position',
      '$.elements[0].strategies[0].title text',
      '$.elements[0].strategies[0].indicators[0].level one_of',
      '$.elements[0].strategies[0].indicators[0].descriptors["9"] level',
      '$.elements[0].strategies[0].indicators[0].descriptors["2"] text',
      '$.elements[0].strategies[0].indicators[0].descriptors["3"] text',
    ]);
  });

  it('says what to do in words', () => {
    const file = { ...smallInstrumentFile(), scoring: { defaultTarget: 9 } };
    expect(() => parseInstrument(file)).toThrow(
      'The instrument file has 1 mistake(s); the first stands at $.scoring.defaultTarget: The scale has no level "9".',
    );
  });

  it('refuses keys, codes and numbers that stand twice', () => {
    const file = smallInstrumentFile();
    file.elements.push(structuredClone(file.elements[0]));
    expect(mistakes(file)).toEqual([
      '$.elements[1].key unique',
      '$.elements[1].number unique',
      '$.elements[1].strategies[0].key unique',
      '$.elements[1].strategies[0].code unique',
      '$.elements[1].strategies[0].indicators[0].key unique',
      '$.elements[1].strategies[0].indicators[0].code unique',
    ]);
  });

  it('refuses scales with one level, repeated or reserved keys, or levels out of order', () => {
    const withLevels = (levels: object[]) => {
      const file = smallInstrumentFile();
      file.scale.levels = levels;
      return mistakes(file).filter((mistake) => mistake.startsWith('$.scale'));
    };
    expect(withLevels([{ value: 1, label: 'Only' }])).toEqual(['$.scale.levels list_length']);
    expect(
      withLevels([
        { value: 1, label: 'Same' },
        { value: 1, label: 'same!' },
      ]),
    ).toEqual(['$.scale.levels[1] unique', '$.scale.levels[1].value unique']);
    expect(
      withLevels([
        { value: 2, label: 'B' },
        { value: 1, label: 'A' },
      ]),
    ).toEqual(['$.scale.levels[1].value ascending']);
    expect(
      withLevels([
        { value: 1, label: "Don't know", key: 'dont_know' },
        { value: 2, label: '???' },
      ]),
    ).toEqual(['$.scale.levels[0] reserved', '$.scale.levels[1].label key']);
  });

  it('refuses an order that names an unknown element', () => {
    const file = {
      ...smallInstrumentFile(),
      otherOrders: [{ key: 'o', title: 'Order', elements: [{ elementKey: 'second', number: 1, title: 'X' }] }],
    };
    expect(mistakes(file)).toEqual(['$.otherOrders[0].elements[0].elementKey element']);
  });

  it('refuses an unknown answer beside the levels', () => {
    const file = smallInstrumentFile();
    file.scale.nonScored = [{ value: 'maybe', label: 'Maybe' }];
    expect(mistakes(file)).toEqual(['$.scale.nonScored[0].value one_of']);
  });
});

describe('level keys', () => {
  it('come from labels without accents and signs', () => {
    expect(['Exploring', 'Not met', ' Básico – parcial! '].map(slug)).toEqual([
      'exploring',
      'not_met',
      'basico_parcial',
    ]);
  });

  it('know their rank, and an unknown one is a programming error', () => {
    expect(levelRank(fourLevels, 'implementing')).toBe(2);
    expect(() => levelRank(fourLevels, '3')).toThrow('no level "3"');
    expect([isRating(fourLevels, 'planning'), isRating(fourLevels, 'dont_know'), isRating(fourLevels, null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

/** Two items of a conformance checklist in the shape of the WIOA definition. */
function checklistFile() {
  const answers = [
    { value: 'met', description: 'Runs.' },
    { value: 'partly', description: 'Begun.' },
    { value: 'not_met', description: 'Absent.' },
  ];
  return {
    key: 'checklist',
    version: '1.0.0',
    title: 'Checklist',
    items: [
      {
        key: 'wioa.a',
        letter: 'A',
        title: 'Aligned',
        requirement: 'Fits.',
        answers: [...answers],
        sixKeyElementStrategies: ['employers.sectors'],
      },
      {
        key: 'wioa.d',
        letter: 'D',
        title: 'Concurrent',
        requirement: 'Joined.',
        answers: [...answers, { value: 'not_applicable', description: 'Nobody needs it.' }],
      },
    ],
  };
}
