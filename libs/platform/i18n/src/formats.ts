import type { Locale } from './locale';

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const CENTS = 100;

/** Dates, numbers and money as people of one language and time zone write them. */
export interface Formats {
  /** "December 5, 2026". A bare day (`2026-12-05`) is that day everywhere; an instant is shown in the zone. */
  date(value: string | Date): string;
  /** "December 5, 2026 at 2:04 PM EST": with the zone, because a mail is read anywhere. */
  dateTime(value: string | Date): string;
  number(value: number): string;
  /** A share between 0 and 1 as a whole percentage. */
  percent(share: number): string;
  /** Integer cents as US dollars: "$1,284.50". */
  money(cents: number): string;
  /** "a, b, and c" */
  list(items: string[]): string;
}

/** Builds the formats of a language and a time zone (IANA name). @throws RangeError for an unknown zone */
export function formatsFor(locale: Locale, timeZone: string): Formats {
  const language = locale === 'es' ? 'es-US' : 'en-US';
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(language, {
    ...{ year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
    timeZoneName: 'short',
    timeZone,
  });
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    date: (value) => (typeof value === 'string' && DAY_ONLY.test(value) ? day : date).format(new Date(value)),
    dateTime: (value) => dateTime.format(new Date(value)),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    money: (cents) => money.format(cents / CENTS),
    list: (items) => list.format(items),
  };
}
