import { Global, Module } from '@nestjs/common';
import { I18n } from './i18n';

/** Texts in every language, for every module that writes mails or documents. */
@Global()
@Module({ providers: [I18n], exports: [I18n] })
export class I18nModule {}
