import { Global, Module } from '@nestjs/common';
import { serverCatalogs } from './catalogs';
import { I18n } from './i18n';

/** Texts in every language, for every module that writes mails or documents. */
@Global()
@Module({ providers: [{ provide: I18n, useFactory: () => new I18n(serverCatalogs()) }], exports: [I18n] })
export class I18nModule {}
