import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@platform/config';
import { readCatalogs, serverCatalogs } from './catalogs';
import { compareCatalogs } from './compare-catalogs';

const compare = (en: object, es: object) =>
  compareCatalogs({ locale: 'en', catalog: en as never }, { locale: 'es', catalog: es as never });

describe('the comparison of two languages', () => {
  it('finds nothing wrong with a whole translation', () => {
    const es = { a: 'hola {{name}}', n_one: 'un día', n_many: '{{count}} de días', n_other: '{{count}} días' };
    expect(compare({ a: 'hi {{name}}', n_one: '{{count}} day', n_other: '{{count}} days' }, es)).toEqual([]);
  });

  it('finds a missing text on either side', () => {
    expect(compare({ a: { b: 'x' } }, {})).toEqual(['es: a.b is missing']);
    expect(compare({}, { a: ['x'] })).toEqual(['en: a[0] is missing']);
  });

  it('finds other placeholders, empty texts and missing plural forms', () => {
    expect(compare({ a: '{{x}}' }, { a: '{{y}}' })).toEqual(['es: a has other placeholders than a (x)']);
    expect(compare({ a: 'x' }, { a: ' ' })).toEqual(['a is empty']);
    expect(compare({ a_one: 'x', a_other: 'x' }, { a_one: 'x', a_other: 'x' })).toEqual(['es: a_many is missing']);
  });
});

const server = serverCatalogs();

it('has the same namespaces in both languages', () => {
  expect(Object.keys(server.es)).toEqual(Object.keys(server.en));
  expect(Object.keys(server.en)).toContain('mail');
});

it.each(Object.keys(server.en))('has the whole namespace %s in English and Spanish', (name) => {
  expect(compare(server.en[name], server.es[name])).toEqual([]);
});

const pages = join(PROJECT_ROOT, 'apps/web/src/i18n');
const page = (locale: string) => (existsSync(pages) ? readCatalogs(join(pages, locale)) : {});

it('has every namespace of the pages in English and Spanish', () => {
  const [en, es] = [page('en'), page('es')];
  expect(Object.keys(es)).toEqual(Object.keys(en));
  const wrong = Object.keys(en).flatMap((name) => compare(en[name], es[name]).map((problem) => `${name} ${problem}`));
  // a page never counts to a million, where Spanish has a plural of its own
  expect(wrong.filter((problem) => !/_many is missing$/.test(problem))).toEqual([]);
});
