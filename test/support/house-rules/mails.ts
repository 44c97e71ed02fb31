import type { I18n } from '@platform/i18n';
import type { Source } from './sources';
import { withoutComments } from './sources';

const TEMPLATE = /\btemplate:\s*'([a-z][\w-]*)\.([\w-]+)'/g;

/** Mails that the code sends without words for them in the catalogs. */
export function mailViolations(sources: Source[], i18n: I18n): string[] {
  const senders = sources.filter(({ text }) => text.includes('template:'));
  return senders.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(TEMPLATE)]
      .filter(([, namespace, name]) => !i18n.has(`${namespace}:mails.${name}.subject`))
      .map(([, namespace, name]) => `${path}: the mail ${namespace}.${name} has no subject in the catalogs`),
  );
}
