import { Injectable } from '@nestjs/common';
import i18next, { type i18n } from 'i18next';
import { serverCatalogs } from './catalogs';
import { type Formats, formatsFor } from './formats';
import type { Locale } from './locale';

/** Values for the placeholders of a text; `count` chooses its plural form. */
export type TextParams = Record<string, string | number>;

/** The texts of mails and documents in every language. Read once, when the process starts. */
@Injectable()
export class I18n {
  private readonly i18next: i18n;
  private readonly known = new Map<string, Formats>();

  constructor() {
    this.i18next = i18next.createInstance({
      resources: serverCatalogs(),
      fallbackLng: 'en',
      initAsync: false,
      interpolation: { escapeValue: false }, // a text is plain; who writes HTML escapes it
      returnNull: false,
    });
    void this.i18next.init();
  }

  /**
   * A text, such as `t('es', 'mail:layout.greeting', { name })`.
   * @throws Error for a key that is in no catalog.
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
