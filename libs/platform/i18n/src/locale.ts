/** Languages of mails and documents. */
export const LOCALES = ['en', 'es'] as const;

/** A language of mails and documents. */
export type Locale = (typeof LOCALES)[number];

/** The language that is meant by a stored or sent text; English when it is none of ours. */
export function localeOf(text: string | null | undefined): Locale {
  return LOCALES.find((locale) => text?.toLowerCase().startsWith(locale)) ?? 'en';
}
