import i18next, { type i18n } from 'i18next';
import type { Catalog } from './catalogs';
import { type Formats, formatsFor } from './formats';
import type { Locale } from './locale';

/** Values for the placeholders of a text; `count` chooses its plural form, `timeZone` is for `{{due, date}}`. */
export type TextParams = Record<string, string | number | Date | string[]>;

type Formatted = keyof Formats;
const FORMATS: Formatted[] = ['date', 'dateTime', 'number', 'percent', 'money', 'list'];

function missingValue(_text: string, match: RegExpExecArray): never {
  throw new Error(`The value "${match[1].split(',')[0].trim()}" of a text is missing.`);
}

/** The texts of mails and documents in every language. A placeholder may name a format: `{{due, date}}`. */
export class I18n {
  private readonly i18next: i18n;
  private readonly known = new Map<string, Formats>();

  constructor(catalogs: Record<Locale, Record<string, Catalog>>) {
    this.i18next = i18next.createInstance({
      resources: catalogs,
      fallbackLng: 'en',
      initAsync: false,
      interpolation: { escapeValue: false }, // a text is plain; who writes HTML escapes it
      returnNull: false,
      missingInterpolationHandler: missingValue,
    });
    void this.i18next.init();
    for (const name of FORMATS)
      this.i18next.services.formatter?.add(name, (value, language, options) =>
        this.formats(language as Locale, (options as { timeZone?: string }).timeZone ?? 'UTC')[name](value as never),
      );
  }

  /**
   * A text, such as `t('es', 'mail:layout.greeting', { name })`.
   * @throws Error for a key that is in no catalog, or a placeholder without its value.
   */
  t(locale: Locale, key: string, params: TextParams = {}): string {
    if (!this.has(key, params)) throw new Error(`There is no text "${key}" in the catalogs.`);
    return this.i18next.t(key, { lng: locale, ...params });
  }

  /** The paragraphs of a text that is a list in the catalog; a single text is one paragraph. */
  paragraphs(locale: Locale, key: string, params: TextParams = {}): string[] {
    if (!this.has(key, params)) throw new Error(`There is no text "${key}" in the catalogs.`);
    const found: unknown = this.i18next.t(key, { lng: locale, returnObjects: true, ...params });
    return Array.isArray(found) ? found.map(String) : [String(found)];
  }

  /** Whether the catalogs hold this text. */
  has(key: string, params: TextParams = {}): boolean {
    return this.i18next.exists(key, { lng: 'en', ...params });
  }

  /** Formats of a language and a time zone (IANA name). */
  formats(locale: Locale, timeZone: string): Formats {
    const key = `${locale}|${timeZone}`;
    const formats = this.known.get(key) ?? formatsFor(locale, timeZone);
    this.known.set(key, formats);
    return formats;
  }
}
