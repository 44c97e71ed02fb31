import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from './time-zone';

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** Formats for one language and one time zone. */
export interface Formats {
  /** "Dec 5, 2026". A bare day (`2026-12-05`) is that day everywhere; an instant is shown in the zone. */
  date: (iso: string) => string;
  /** "2:04 PM" in the zone. */
  time: (iso: string | Date) => string;
  /** "2:04:11 PM EST" in the zone. */
  seconds: (iso: string) => string;
  /** "Dec 5, 2026, 2:04 PM" in the zone. */
  dateTime: (iso: string) => string;
  /** "6 days ago", "in 2 months". */
  ago: (iso: string, now?: Date) => string;
  /** Today as a bare day in the zone. */
  today: (now?: Date) => string;
  number: (value: number) => string;
  /** A share between 0 and 1 as a whole percentage. */
  percent: (share: number) => string;
  /** "a, b, and c". */
  list: (items: string[]) => string;
}

const STEPS = [
  ['year', 365],
  ['month', 30],
  ['day', 1],
] as const;

function ago(language: string, iso: string, now: Date): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const days = Math.round((new Date(iso).getTime() - now.getTime()) / 86_400_000);
  for (const [unit, size] of STEPS)
    if (Math.abs(days) >= size * 2 || unit === 'day') return relative.format(Math.round(days / size), unit);
  return '';
}

/** Builds the formats of a language and a time zone (IANA name). */
export function formatsFor(language: string, timeZone: string): Formats {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone });
  const seconds = new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    date: (iso) => (DAY_ONLY.test(iso) ? day : date).format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    seconds: (iso) => seconds.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    ago: (iso, now = new Date()) => ago(language, iso, now),
    today: (now = new Date()) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(now),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    list: (items) => list.format(items),
  };
}

/** The formats of the chosen language in the person's zone. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const timeZone = useTimeZone();
  return useMemo(() => formatsFor(i18n.language === 'es' ? 'es-US' : 'en-US', timeZone), [i18n.language, timeZone]);
}
