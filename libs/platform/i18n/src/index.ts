export { type Catalog, CATALOG_FOLDER, readCatalogs, serverCatalogs } from './catalogs';
export { compareCatalogs } from './compare-catalogs';
export { type Formats, formatsFor } from './formats';
export { I18n, type TextParams } from './i18n';
export { I18nModule } from './i18n.module';
export { LOCALES, type Locale, localeOf } from './locale';
