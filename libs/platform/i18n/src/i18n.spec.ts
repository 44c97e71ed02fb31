import { serverCatalogs } from './catalogs';
import { formatsFor } from './formats';
import { I18n } from './i18n';
import { localeOf } from './locale';

const words = {
  days_one: '{{count}} day until {{due, date}}',
  days_other: '{{count, number}} days until {{due, date}}',
  paragraphs: ['Hello {{name}}.', 'Bye {{name}}.'],
};
const i18n = new I18n({
  en: { ...serverCatalogs().en, test: words },
  es: { ...serverCatalogs().es, test: { days_one: '{{count}} día', days_many: 'x', days_other: '{{count}} días' } },
});

describe('texts of the server', () => {
  it('come in the language that was asked for, with their values', () => {
    expect(i18n.t('en', 'mail:layout.greeting', { name: 'Ana' })).toBe('Hello Ana,');
    expect(i18n.t('es', 'mail:layout.greeting', { name: 'Ana' })).toBe('Hola, Ana:');
  });

  it('keep markup in a value as plain text: escaping belongs to who writes HTML', () => {
    expect(i18n.t('en', 'mail:layout.greeting', { name: '<b>&' })).toBe('Hello <b>&,');
  });

  it('do not read a value as a further placeholder or key', () => {
    expect(i18n.t('en', 'mail:layout.greeting', { name: '{{tenantName}} $t(mail:layout.why)' })).toBe(
      'Hello {{tenantName}} $t(mail:layout.why),',
    );
  });

  it('take the plural form of the language, and write dates and numbers as it does', () => {
    const due = { due: '2026-12-05' };
    expect(i18n.t('en', 'test:days', { count: 1, ...due })).toBe('1 day until December 5, 2026');
    expect(i18n.t('en', 'test:days', { count: 1200, ...due })).toBe('1,200 days until December 5, 2026');
    expect(i18n.t('es', 'test:days', { count: 1, ...due })).toBe('1 día');
    const instant = { due: '2026-12-05T02:00:00Z', timeZone: 'America/Detroit' };
    expect(i18n.t('en', 'test:days', { count: 1, ...instant })).toBe('1 day until December 4, 2026');
  });

  it('come as a list of paragraphs', () => {
    expect(i18n.paragraphs('en', 'test:paragraphs', { name: 'Ana' })).toEqual(['Hello Ana.', 'Bye Ana.']);
    expect(i18n.paragraphs('en', 'mail:layout.demo')).toHaveLength(1);
  });

  it('are refused without the value of a placeholder', () => {
    expect(() => i18n.t('en', 'mail:layout.greeting')).toThrow('The value "name" of a text is missing.');
  });

  it('are refused when no catalog holds them', () => {
    expect(() => i18n.t('es', 'mail:layout.nothing')).toThrow('There is no text "mail:layout.nothing"');
    expect(() => i18n.t('es', 'nowhere:at.all')).toThrow('nowhere:at.all');
  });
});

describe('dates and numbers of the server', () => {
  const detroit = formatsFor('en', 'America/Detroit');

  it('show a bare day as that day in every zone, and an instant in the zone', () => {
    expect(detroit.date('2026-12-05')).toBe('December 5, 2026');
    expect(formatsFor('en', 'Pacific/Auckland').date('2026-12-05')).toBe('December 5, 2026');
    expect(detroit.date('2026-12-05T02:00:00Z')).toBe('December 4, 2026');
    expect(formatsFor('es', 'America/Detroit').date('2026-12-05')).toBe('5 de diciembre de 2026');
  });

  it('name the zone beside a time', () => {
    expect(detroit.dateTime('2026-12-05T19:04:00Z')).toMatch(/^December 5, 2026 at 2:04\sPM EST$/);
  });

  it('show cents as dollars', () => {
    expect(detroit.money(128_450)).toBe('$1,284.50');
    expect(formatsFor('es', 'UTC').money(128_450)).toBe('$1,284.50');
  });
});

it('takes any wish for a language, and falls back to English', () => {
  expect([localeOf('es-MX'), localeOf('en'), localeOf('fr'), localeOf(null)]).toEqual(['es', 'en', 'en', 'en']);
});
