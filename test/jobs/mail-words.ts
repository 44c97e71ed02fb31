import { I18n, serverCatalogs } from '@platform/i18n';

const words = { mails: { news: { subject: 'News {{number}}', paragraphs: ['Number {{number}}.'] } } };

/** The words of the mail `test.news`. */
export const MAIL_WORDS = {
  provide: I18n,
  useFactory: () => {
    const { en, es } = serverCatalogs();
    return new I18n({ en: { ...en, test: words }, es: { ...es, test: words } });
  },
};
