import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

/** Languages of the pages, with their own names for the switch. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const;
/** A language of the pages. */
export type Language = keyof typeof LANGUAGES;

const STORED = 'braidway.language';
const isLanguage = (value: string | null | undefined): value is Language =>
  value !== null && value !== undefined && value in LANGUAGES;

function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  const wished = navigator.language.slice(0, 2);
  return isLanguage(wished) ? wished : 'en';
}

async function load(language: Language): Promise<void> {
  if (language !== 'es' || i18n.hasResourceBundle('es', 'common')) return;
  const { es } = await import('./es');
  for (const [namespace, words] of Object.entries(es)) i18n.addResourceBundle('es', namespace, words);
}

/** Starts the catalogs in the person's kept language, else the browser's, else English. */
export async function startI18n(): Promise<void> {
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18n.use(initReactI18next).init({
    resources: { en },
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  await changeLanguage(firstLanguage());
}

/** Switches all pages to a language, loads its catalogs first and keeps the choice on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await i18n.changeLanguage(language);
  localStorage.setItem(STORED, language);
}
