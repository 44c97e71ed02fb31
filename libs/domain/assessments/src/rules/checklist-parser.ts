import { type AnswerScale, type InstrumentElement, nonScoredKeys, type ScaleLevel } from './instrument-definition';
import type { JsonCursor } from './json-cursor';
import { usualTarget } from './scale-parser';

/**
 * The scale of a conformance checklist (met, partly, not met): every item lists its own answers, the best first.
 * The levels are those of the first item; the other items must offer the same.
 */
export function readChecklistScale(root: JsonCursor): AnswerScale {
  const items = root.field('items').items(1);
  const perItem = items.map((item) => answersOf(item).filter((key) => !isNonScored(key)));
  const keys = perItem[0] ?? [];
  items.forEach((item, index) => {
    if (perItem[index].join() === keys.join()) return;
    item.field('answers').report('same_levels', `Every item offers the levels of the first one: ${keys.join(', ')}.`);
  });
  const levels = [...keys].reverse().map(levelOf);
  const mayBeNotApplicable = items.some((item) => answersOf(item).includes('not_applicable'));
  return {
    ordered: true,
    levels,
    nonScored: mayBeNotApplicable
      ? [{ key: 'not_applicable', label: 'Not applicable', description: null, requiresReason: true }]
      : [],
    rule: root.field('opening').optionalText(),
    evidenceRequiredFrom: null,
    defaultTarget: usualTarget(levels, true),
  };
}

/** Each item of a checklist becomes an element of its own, so that every answer stays visible in every roll-up. */
export function readChecklistElements(root: JsonCursor, scale: AnswerScale): InstrumentElement[] {
  return root
    .field('items')
    .optionalItems()
    .map((item, index) => readItem(item, index, scale));
}

function readItem(item: JsonCursor, index: number, scale: AnswerScale): InstrumentElement {
  const key = item.field('key').key();
  const code = item.field('letter').optionalText() ?? String(index + 1);
  const title = item.field('title').text();
  const indicator = {
    key,
    code,
    statement: item.field('requirement').text(),
    level: 'both' as const,
    descriptors: readAnswerTexts(item, scale),
    evidenceHints: item
      .field('evidence')
      .optionalItems()
      .map((hint) => hint.text()),
    mayBeNotApplicable: answersOf(item).includes('not_applicable'),
    programOfStudyComponents: [],
    sixKeyElementStrategies: item
      .field('sixKeyElementStrategies')
      .optionalItems()
      .map((strategy) => strategy.text()),
    source: item.field('source').optionalText(),
  };
  return { key, number: index + 1, title, purpose: null, strategies: [{ key, code, title, indicators: [indicator] }] };
}

function readAnswerTexts(item: JsonCursor, scale: AnswerScale): Record<string, string> {
  const answers = item.field('answers').optionalItems();
  const texts = answers.map(
    (answer) => [answer.field('value').optionalText(), answer.field('description').text()] as const,
  );
  return Object.fromEntries(texts.filter(([key]) => scale.levels.some((level) => level.key === key)));
}

function answersOf(item: JsonCursor): string[] {
  return item
    .field('answers')
    .optionalItems()
    .map((answer) => answer.field('value').optionalText() ?? '');
}

function isNonScored(key: string): boolean {
  return nonScoredKeys.some((nonScored) => nonScored === key);
}

function levelOf(key: string): ScaleLevel {
  const words = key.replace(/_/g, ' ');
  return { key, value: key, label: words.charAt(0).toUpperCase() + words.slice(1), description: null };
}
