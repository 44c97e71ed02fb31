import Handlebars from 'handlebars';

/** What the helpers need to know about the mail that is being rendered; lies in the private data of the template. */
export interface MailContext {
  /** A text of this mail by its key, e.g. `intro`, or of any namespace, e.g. `common:yes`. */
  text: (key: string, params: Record<string, unknown>) => string;
  linkHelp: string;
}

type Options = Handlebars.HelperOptions;

const INK = '#1d2430';
const QUIET = '#4a5568';
const BRAND = '#2f4ea1';

const contextOf = (options: Options) => (options.data as { mail: MailContext }).mail;
const one = (text: string) => text.replace(/\s+/g, ' ').trim();
const safe = (html: string) => new Handlebars.SafeString(html);
const escape = (text: unknown) => Handlebars.escapeExpression(String(text));

/** Helpers of both parts: `{{t "key" name=value}}` is a text of the catalog. */
function texts(handlebars: typeof Handlebars): void {
  handlebars.registerHelper('t', (key: string, options: Options) => contextOf(options).text(key, options.hash));
}

/** Handlebars for the HTML part: everything is escaped but what the helpers themselves write. */
export function htmlHandlebars(): typeof Handlebars {
  const handlebars = Handlebars.create();
  texts(handlebars);
  handlebars.registerHelper('p', function (this: unknown, options: Options) {
    return safe(`<p style="margin: 0 0 16px; color: ${INK}">${options.fn(this)}</p>`);
  });
  handlebars.registerHelper('small', function (this: unknown, options: Options) {
    return safe(`<p style="margin: 0 0 16px; font-size: 14px; color: ${QUIET}">${options.fn(this)}</p>`);
  });
  handlebars.registerHelper('item', function (this: unknown, options: Options) {
    return safe(`<p style="margin: 0 0 8px 16px; color: ${INK}">&bull; ${options.fn(this)}</p>`);
  });
  handlebars.registerHelper('quote', (text: string) =>
    safe(
      `<blockquote style="margin: 0 0 16px; padding-left: 12px; border-left: 3px solid #d9dee6; white-space: pre-line">${escape(text)}</blockquote>`,
    ),
  );
  handlebars.registerHelper('button', (label: string, link: string, options: Options) =>
    safe(
      `<p style="margin: 0 0 16px"><a href="${escape(link)}" style="display: inline-block; padding: 10px 18px; background: ${BRAND}; color: #ffffff; border-radius: 6px; text-decoration: none; font-weight: 600">${escape(label)}</a></p>` +
        `<p style="margin: 0 0 16px; font-size: 14px; color: ${QUIET}; word-break: break-all">${escape(contextOf(options).linkHelp)}<br />${escape(link)}</p>`,
    ),
  );
  return handlebars;
}

/** Handlebars for the plain-text part: the same templates, nothing escaped. */
export function textHandlebars(): typeof Handlebars {
  const handlebars = Handlebars.create();
  texts(handlebars);
  const paragraph = function (this: unknown, options: Options) {
    return `${one(options.fn(this))}\n\n`;
  };
  handlebars.registerHelper('p', paragraph);
  handlebars.registerHelper('small', paragraph);
  handlebars.registerHelper('item', function (this: unknown, options: Options) {
    return `- ${one(options.fn(this))}\n`;
  });
  handlebars.registerHelper('quote', (text: string) => `${String(text).replace(/^/gm, '> ')}\n\n`);
  handlebars.registerHelper('button', (label: string, link: string) => `${one(label)}:\n${link}\n\n`);
  return handlebars;
}
