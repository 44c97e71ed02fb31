import type { Catalog } from './catalogs';

const PLURAL = /_(zero|one|two|few|many|other)$/;

function flatten(catalog: Catalog, prefix: string, into: Map<string, string>): Map<string, string> {
  for (const [key, value] of Object.entries(catalog)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === 'string') into.set(path, value);
    else if (Array.isArray(value)) value.forEach((text, index) => into.set(`${path}[${index}]`, text));
    else flatten(value, path, into);
  }
  return into;
}

/** Names of the values in a text; a plural form may write its number out ("one day"). */
function placeholders(key: string, text: string): string {
  const names = [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map((match) => match[1]);
  const counted = names.filter((name) => name !== 'count' || !PLURAL.test(key));
  return [...new Set(counted)].sort().join(', ');
}

/** Keys by their stem: the plural forms of one text differ from language to language. */
function stems(flat: Map<string, string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of flat.keys())
    groups.set(key.replace(PLURAL, ''), [...(groups.get(key.replace(PLURAL, '')) ?? []), key]);
  return groups;
}

function missingForms(locale: string, stem: string, keys: string[]): string[] {
  if (!keys.some((key) => PLURAL.test(key))) return [];
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return needed
    .filter((form) => !keys.includes(`${stem}_${form}`))
    .map((form) => `${locale}: ${stem}_${form} is missing`);
}

/**
 * What is wrong with a catalog and its translation: missing and empty texts, other placeholders, missing plural forms
 * (`locale` names the language whose forms are needed). One sentence for each.
 */
export function compareCatalogs(
  original: { locale: string; catalog: Catalog },
  translated: { locale: string; catalog: Catalog },
): string[] {
  const [here, there] = [original, translated].map(({ catalog }) => flatten(catalog, '', new Map()));
  const [ours, theirs] = [stems(here), stems(there)];
  const lacking = (locale: string, from: Map<string, string[]>, to: Map<string, string[]>) =>
    [...from.keys()].filter((stem) => !to.has(stem)).map((stem) => `${locale}: ${stem} is missing`);
  const empty = [...here, ...there].filter(([, text]) => !text.trim()).map(([key]) => `${key} is empty`);
  const differing = [...ours].flatMap(([stem, keys]) => {
    const [a] = keys.map((key) => placeholders(key, here.get(key)!));
    const other = (theirs.get(stem) ?? []).find((key) => placeholders(key, there.get(key)!) !== a);
    return other ? [`${translated.locale}: ${other} has other placeholders than ${stem} (${a})`] : [];
  });
  return [
    ...lacking(translated.locale, ours, theirs),
    ...lacking(original.locale, theirs, ours),
    ...[...ours].flatMap(([stem, keys]) => missingForms(original.locale, stem, keys)),
    ...[...theirs].flatMap(([stem, keys]) => missingForms(translated.locale, stem, keys)),
    ...empty,
    ...differing,
  ];
}
