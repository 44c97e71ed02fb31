import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '@platform/config';
import { I18n, type Locale, type TextParams } from '@platform/i18n';
import { htmlHandlebars, type MailContext, textHandlebars } from './mail-helpers';

/** Values of a mail; `link` is an address of ours (`/l/...` or whole) and becomes the button. */
export type MailData = Record<string, unknown> & { link?: string };

/** To whom and in whose name a mail is written. */
export interface MailFrame {
  locale: Locale;
  /** Name of the recipient; null when it is not known. */
  name: string | null;
  /** Null for a mail outside of any tenant. */
  tenantName: string | null;
  timeZone: string;
  /** Whether the recipient must be told that nothing in the mail is real. */
  demo: boolean;
}

/** A mail as it is sent: the same words in both parts. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

type Template = (context: unknown, options?: object) => string;
interface Parts {
  html: Template;
  text: Template;
}

const LINE_BREAKS_AT_MOST = /\n{3,}/g;
const SUBJECT_LENGTH = 200;

/**
 * Writes mails. A mail `module.name` takes its words from the catalog `module`, keys `mails.name.*`: `subject`,
 * `paragraphs` (a list), and if wanted `action` (label of the button to `link`) and `note`. A mail that needs more
 * than that has a template of its own: `libs/<layer>/<module>/mails/<name>.hbs`.
 */
@Injectable()
export class MailRenderer {
  private readonly html = htmlHandlebars();
  private readonly text = textHandlebars();
  private readonly layout: Parts;
  private readonly message: Parts;
  private readonly own = new Map<string, Parts>();

  constructor(
    private readonly i18n: I18n,
    private readonly config: Config,
  ) {
    const file = (name: string) => readFileSync(join(config.projectRoot, 'libs/platform/mail/templates', name), 'utf8');
    this.layout = {
      html: this.html.compile(file('layout.html.hbs'), { strict: true }),
      text: this.text.compile(file('layout.text.hbs'), { strict: true, noEscape: true }),
    };
    this.message = this.compile(file('message.hbs'));
    this.findTemplates();
  }

  /** @throws Error for a mail without words, a value that is missing, or a link that is no web address. */
  render(template: string, data: MailData, frame: MailFrame): RenderedMail {
    const { locale } = frame;
    const [namespace, name] = template.split('.');
    const prefix = `${namespace}:mails.${name}`;
    const link = data.link === undefined ? null : this.absolute(data.link);
    const params = { ...frame, ...data, link } as unknown as TextParams;
    const text = (key: string, more: object = {}) =>
      this.i18n.t(locale, key.includes(':') ? key : `${prefix}.${key}`, { ...params, ...more });
    const words = this.own.has(template) ? {} : this.words(locale, prefix, params);
    const body = { ...data, ...frame, link, greeting: this.greeting(frame), ...words };
    const mail: MailContext = { text, linkHelp: this.i18n.t(locale, 'mail:layout.linkHelp') };
    const subject = text('subject').replace(/\s+/g, ' ').trim().slice(0, SUBJECT_LENGTH);
    return {
      subject,
      ...this.inLayout(this.own.get(template) ?? this.message, body, mail, this.around(frame, subject)),
    };
  }

  private inLayout(
    { html, text }: Parts,
    body: object,
    mail: MailContext,
    around: object,
  ): Omit<RenderedMail, 'subject'> {
    const options = { data: { mail } };
    return {
      html: this.layout.html({ ...around, body: html(body, options) }),
      text: this.layout
        .text({ ...around, body: text(body, options) })
        .replace(LINE_BREAKS_AT_MOST, '\n\n')
        .trim(),
    };
  }

  private words(locale: Locale, prefix: string, params: TextParams) {
    const optional = (key: string) =>
      this.i18n.has(`${prefix}.${key}`) ? this.i18n.t(locale, `${prefix}.${key}`, params) : null;
    const action = optional('action');
    if (action && !params.link) throw new Error(`The mail ${prefix} has a button but no link.`);
    return { paragraphs: this.i18n.paragraphs(locale, `${prefix}.paragraphs`, params), action, note: optional('note') };
  }

  private greeting({ locale, name }: MailFrame): string {
    return name
      ? this.i18n.t(locale, 'mail:layout.greeting', { name })
      : this.i18n.t(locale, 'mail:layout.greetingWithoutName');
  }

  private around({ locale, tenantName, demo }: MailFrame, subject: string) {
    const why = tenantName
      ? this.i18n.t(locale, 'mail:layout.whyTenant', { tenantName })
      : this.i18n.t(locale, 'mail:layout.why');
    const sender = tenantName ? `Braidway · ${tenantName}` : 'Braidway';
    return { lang: locale, subject, sender, why, demo: demo ? this.i18n.t(locale, 'mail:layout.demo') : null };
  }

  private absolute(link: string): string {
    const url = new URL(link, `${this.config.publicUrl}/`);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw new Error('A link in a mail must be a web address.');
    return url.href;
  }

  private compile(source: string): Parts {
    return {
      html: this.html.compile(source, { strict: true }),
      text: this.text.compile(source, { strict: true, noEscape: true }),
    };
  }

  /** Templates of the modules: `libs/<layer>/<module>/mails/<name>.hbs`. */
  private findTemplates(): void {
    const libs = join(this.config.projectRoot, 'libs');
    const folders = ['platform', 'domain'].flatMap((layer) =>
      readdirSync(join(libs, layer)).map((module) => ({ module, folder: join(libs, layer, module, 'mails') })),
    );
    for (const { module, folder } of folders.filter((found) => existsSync(found.folder)))
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.hbs')))
        this.own.set(`${module}.${file.replace('.hbs', '')}`, this.compile(readFileSync(join(folder, file), 'utf8')));
  }
}
