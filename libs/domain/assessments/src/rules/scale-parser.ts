import { type AnswerScale, nonScoredKeys, type NonScoredAnswer, type ScaleLevel } from './instrument-definition';
import { type JsonCursor, reportRepeats } from './json-cursor';

/** Reads `scale` and, for targets and evidence, `scoring` of an instrument file; levels lowest first. */
export function readScale(root: JsonCursor): AnswerScale {
  const at = root.field('scale');
  const ordered = at.field('ordered').flag(true);
  const levels = readLevels(at.field('levels'), ordered);
  const scoring = root.field('scoring');
  return {
    ordered,
    levels,
    nonScored: readNonScored(at.field('nonScored')),
    rule: at.field('rule').optionalText(),
    evidenceRequiredFrom:
      readLevelReference(scoring.field('evidenceRequiredFrom'), levels, ordered) ?? usualEvidenceLevel(levels, ordered),
    defaultTarget: readLevelReference(scoring.field('defaultTarget'), levels, ordered) ?? usualTarget(levels, ordered),
  };
}

/** The stable key of a level from its label: "Not met" becomes `not_met`, "Establecido" stays `establecido`. */
export function slug(label: string): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
}

/** Without a word in the file, the two upper levels of a scale of four or more need evidence (ta-model 3.4). */
export function usualEvidenceLevel(levels: ScaleLevel[], ordered: boolean): string | null {
  return ordered && levels.length >= 4 ? levels[levels.length - 2].key : null;
}

/** Without a word in the file, the target is the level below the highest, or the highest of a short scale. */
export function usualTarget(levels: ScaleLevel[], ordered: boolean): string | null {
  if (!ordered || levels.length === 0) return null;
  return levels[levels.length >= 4 ? levels.length - 2 : levels.length - 1].key;
}

function readLevels(at: JsonCursor, ordered: boolean): ScaleLevel[] {
  const cursors = at.items(2);
  const levels = cursors.map(readLevel);
  reportRepeats(
    cursors.map((cursor, index) => ({ at: cursor, value: levels[index].key })),
    'level key',
  );
  reportRepeats(
    cursors.map((cursor, index) => ({ at: cursor.field('value'), value: levels[index].value })),
    'level value',
  );
  if (ordered) reportDisorder(cursors, levels);
  return levels;
}

function readLevel(at: JsonCursor): ScaleLevel {
  const label = at.field('label').text();
  const key = at.field('key').isAbsent ? slug(label) : at.field('key').key();
  if (label !== '' && key === '') at.field('label').report('key', 'The label gives no key: add one as "key".');
  if (nonScoredKeys.some((reserved) => reserved === key))
    at.report('reserved', `"${key}" cannot be the key of a level.`);
  return { key, value: at.field('value').label(), label, description: at.field('description').optionalText() };
}

function reportDisorder(cursors: JsonCursor[], levels: ScaleLevel[]): void {
  levels.forEach(({ value }, index) => {
    const before = levels[index - 1]?.value;
    if (typeof before !== 'number' || typeof value !== 'number' || before <= value) return;
    cursors[index].field('value').report('ascending', 'The levels of an ordered scale stand lowest first.');
  });
}

function readNonScored(at: JsonCursor): NonScoredAnswer[] {
  const cursors = at.optionalItems();
  const answers = cursors.map((cursor) => ({
    key: cursor.field('value').oneOf(nonScoredKeys),
    label: cursor.field('label').text(),
    description: cursor.field('description').optionalText(),
    requiresReason: cursor.field('requiresReason').flag(false),
  }));
  // "Not applicable" takes an indicator out of the result, so it never goes without a reason (ta-model 4.1).
  for (const answer of answers) if (answer.key === 'not_applicable') answer.requiresReason = true;
  const entries = cursors.map((cursor, index) => ({ at: cursor.field('value'), value: answers[index].key }));
  reportRepeats(entries, 'answer');
  return answers;
}

function readLevelReference(at: JsonCursor, levels: ScaleLevel[], ordered: boolean): string | null {
  if (at.isAbsent) return null;
  if (!ordered) {
    at.report('ordered', 'Levels without an order have neither targets nor evidence limits: leave this out.');
    return null;
  }
  const wanted = at.label();
  const level = levels.find(({ key, value }) => value === wanted || key === wanted);
  if (!level) at.report('level', `The scale has no level "${wanted}".`);
  return level?.key ?? null;
}
