import { readChecklistElements, readChecklistScale } from './checklist-parser';
import type {
  AnswerScale,
  ElementOrder,
  Indicator,
  InstrumentDefinition,
  InstrumentElement,
  InstrumentStrategy,
} from './instrument-definition';
import { type FileProblem, JsonCursor, reportRepeats } from './json-cursor';
import { readScale } from './scale-parser';

/** An instrument file cannot be used; `problems` names every place, rule and what to do. */
export class InstrumentFileInvalid extends Error {
  constructor(readonly problems: FileProblem[]) {
    super(
      `The instrument file has ${problems.length} mistake(s); the first stands at ${problems[0].path}: ${problems[0].message}`,
    );
  }
}

/**
 * Turns an instrument file (elements with strategies and indicators, or a checklist of items) into its definition.
 * Fields that the rules do not need, such as notes and sources, are passed over.
 * @throws InstrumentFileInvalid with all mistakes of the file at once.
 */
export function parseInstrument(json: unknown): InstrumentDefinition {
  const problems: FileProblem[] = [];
  const root = new JsonCursor(json, '$', problems);
  root.names();
  const instrument = root.field('items').isAbsent ? readInstrument(root) : readChecklist(root);
  reportRepeatedKeys(root, instrument.elements);
  if (problems.length > 0) throw new InstrumentFileInvalid(problems);
  return instrument;
}

function readInstrument(root: JsonCursor): InstrumentDefinition {
  const scale = readScale(root);
  const elements = root.field('elements').items(1);
  return { ...readHead(root), scale, elements: elements.map((at) => readElement(at, scale)), orders: readOrders(root) };
}

function readChecklist(root: JsonCursor): InstrumentDefinition {
  const scale = readChecklistScale(root);
  return { ...readHead(root), scale, elements: readChecklistElements(root, scale), orders: [] };
}

function readHead(root: JsonCursor): Omit<InstrumentDefinition, 'scale' | 'elements' | 'orders'> {
  return {
    key: root.field('key').key(),
    version: readVersion(root.field('version')),
    title: root.field('title').text(),
    description: root.field('description').optionalText(),
    source: root.field('source').optionalText(),
    companionAnswers: readTexts(root.field('scoring').field('companionAnswers')),
  };
}

function readVersion(at: JsonCursor): string {
  const version = at.text();
  if (version !== '' && !/^\d+\.\d+\.\d+$/.test(version))
    at.report('version', 'A version has three numbers, such as 1.0.0.');
  return version;
}

function readElement(at: JsonCursor, scale: AnswerScale): InstrumentElement {
  return {
    key: at.field('key').key(),
    number: at.field('number').position(),
    title: at.field('title').text(),
    purpose: at.field('purpose').optionalText(),
    strategies: at
      .field('strategies')
      .items(1)
      .map((strategy) => readStrategy(strategy, scale)),
  };
}

function readStrategy(at: JsonCursor, scale: AnswerScale): InstrumentStrategy {
  return {
    key: at.field('key').key(),
    code: at.field('code').text(),
    title: at.field('title').text(),
    indicators: at
      .field('indicators')
      .items(1)
      .map((indicator) => readIndicator(indicator, scale)),
  };
}

function readIndicator(at: JsonCursor, scale: AnswerScale): Indicator {
  return {
    key: at.field('key').key(),
    code: at.field('code').text(),
    statement: at.field('statement').text(),
    level: at.field('level').oneOf(['both', 'state', 'local']),
    descriptors: readDescriptors(at.field('descriptors'), scale),
    evidenceHints: readTexts(at.field('evidence')),
    mayBeNotApplicable: scale.nonScored.some((answer) => answer.key === 'not_applicable'),
    programOfStudyComponents: readTexts(at.field('programOfStudyComponents')),
    sixKeyElementStrategies: readTexts(at.field('sixKeyElementStrategies')),
    source: at.field('source').optionalText(),
  };
}

/** Descriptors stand under the value or the key of their level; each level has one, because ratings drift without. */
function readDescriptors(at: JsonCursor, scale: AnswerScale): Record<string, string> {
  const names = at.names();
  for (const name of names) {
    const known = scale.levels.some(({ key, value }) => key === name || String(value) === name);
    if (!known) at.field(name).report('level', `The scale has no level "${name}".`);
  }
  return Object.fromEntries(
    scale.levels.map(({ key, value }) => [key, at.field(names.includes(key) ? key : String(value)).text()]),
  );
}

/** A list of texts that may be left out. */
function readTexts(at: JsonCursor): string[] {
  return at.optionalItems().map((item) => item.text());
}

function readOrders(root: JsonCursor): ElementOrder[] {
  const elementKeys = root
    .field('elements')
    .optionalItems()
    .map((at) => at.field('key').optionalText() ?? '');
  const single = root.field('alternateOrder');
  const cursors = [...(single.isAbsent ? [] : [single]), ...root.field('otherOrders').optionalItems()];
  const orders = cursors.map((at) => readOrder(at, elementKeys));
  reportRepeats(
    cursors.map((at, index) => ({ at: at.field('key'), value: orders[index].key })),
    'order key',
  );
  return orders;
}

function readOrder(at: JsonCursor, elementKeys: string[]): ElementOrder {
  const entries = at
    .field('elements')
    .items(1)
    .map((entry) => {
      const elementKey = entry.field('elementKey').key();
      if (!elementKeys.includes(elementKey))
        entry.field('elementKey').report('element', `There is no element "${elementKey}".`);
      return {
        elementKey,
        number: entry.field('number').position(),
        title: entry.field('title').text(),
        programOfStudyComponents: readTexts(entry.field('programOfStudyComponents')),
      };
    });
  return { key: at.field('key').key(), title: at.field('title').text(), entries };
}

function reportRepeatedKeys(root: JsonCursor, elements: InstrumentElement[]): void {
  const elementsAt = root.field('items').isAbsent
    ? root.field('elements').optionalItems()
    : root.field('items').optionalItems();
  const placed = elements.map((element, e) => ({ at: elementsAt[e], element }));
  reportRepeats(
    placed.map(({ at, element }) => ({ at: at.field('key'), value: element.key })),
    'element key',
  );
  reportRepeats(
    placed.map(({ at, element }) => ({ at: at.field('number'), value: element.number || '' })),
    'element number',
  );
  const strategies = placed.flatMap(({ at, element }) => pair(at.field('strategies'), element.strategies));
  const indicators = strategies.flatMap(({ at, entry }) => pair(at.field('indicators'), entry.indicators));
  for (const [entries, what] of [
    [strategies, 'strategy'],
    [indicators, 'indicator'],
  ] as const) {
    reportRepeats(
      entries.map(({ at, entry }) => ({ at: at.field('key'), value: entry.key })),
      `${what} key`,
    );
    reportRepeats(
      entries.map(({ at, entry }) => ({ at: at.field('code'), value: entry.code })),
      `${what} code`,
    );
  }
}

function pair<T>(at: JsonCursor, entries: T[]): { at: JsonCursor; entry: T }[] {
  return at.optionalItems().map((cursor, index) => ({ at: cursor, entry: entries[index] }));
}
