import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@platform/config';
import { LOCALES, type Locale } from './locale';

/** Texts of one namespace, by nested keys. */
export interface Catalog {
  [key: string]: string | string[] | Catalog;
}

/** Where the catalogs lie, also for a program that runs from `dist`. */
export const CATALOG_FOLDER = join(PROJECT_ROOT, 'libs/platform/i18n/catalogs');

/** The namespaces of one language; each file is one. @throws Error naming the file that cannot be read */
export function readCatalogs(folder: string): Record<string, Catalog> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(files.map((file) => [file.replace('.json', ''), readCatalog(join(folder, file))]));
}

function readCatalog(file: string): Catalog {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Catalog;
  } catch (error) {
    throw new Error(`The catalog ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

/** All catalogs of the server. */
export function serverCatalogs(): Record<Locale, Record<string, Catalog>> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, readCatalogs(join(CATALOG_FOLDER, locale))])) as Record<
    Locale,
    Record<string, Catalog>
  >;
}
