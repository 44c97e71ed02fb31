import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Catalog = { [key: string]: string | Catalog };

const folder = (language: string) => join(__dirname, language);
const files = (language: string) => readdirSync(folder(language)).filter((name) => name.endsWith('.json'));

function flatten(catalog: Catalog, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(catalog)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

const read = (language: string, file: string) =>
  flatten(JSON.parse(readFileSync(join(folder(language), file), 'utf8')) as Catalog);
const holders = (text: string) => [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map((match) => match[1]).sort();

describe('the catalogs of the pages', () => {
  it('hold the same files in English and Spanish', () => {
    expect(files('es')).toEqual(files('en'));
    expect(files('en').length).toBeGreaterThan(2);
  });

  it.each(files('en'))('hold the same keys in %s', (file) => {
    expect([...read('es', file).keys()].sort()).toEqual([...read('en', file).keys()].sort());
  });

  it.each(files('en'))('hold the same placeholders in %s, and no empty text', (file) => {
    const spanish = read('es', file);
    for (const [key, text] of read('en', file)) {
      expect([key, holders(spanish.get(key) ?? '')]).toEqual([key, holders(text)]);
      expect([key, spanish.get(key)?.trim().length !== 0 && text.trim().length !== 0]).toEqual([key, true]);
    }
  });
});
