import { loadConfig } from '@platform/config';
import { I18n } from '@platform/i18n';
import { serverCatalogs } from '@platform/i18n';
import { type MailFrame, MailRenderer } from './mail-renderer';

const words = {
  mails: {
    invitation: {
      subject: 'Join {{tenantName}}',
      paragraphs: ['{{inviter}} invites you.', 'Open it by {{expires, date}}.'],
      action: 'Open',
      note: 'The link works once.',
    },
    plain: { subject: 'Done', paragraphs: ['All done.'] },
  },
};
const catalogs = serverCatalogs();
const i18n = new I18n({ en: { ...catalogs.en, test: words }, es: { ...catalogs.es, test: words } });
const renderer = new MailRenderer(i18n, loadConfig({ PUBLIC_URL: 'https://path.example.org/base/' }));
const frame: MailFrame = {
  locale: 'en',
  name: 'Ana Peña',
  tenantName: 'Michigan',
  timeZone: 'America/Detroit',
  demo: false,
};
const data = { inviter: 'Bo', expires: '2026-12-05', link: '/l/abc?x=1&y=2' };

describe('a mail', () => {
  it('says the same in its HTML and its plain part', () => {
    const mail = renderer.render('test.invitation', data, frame);
    expect(mail.subject).toBe('Join Michigan');
    expect(mail.text.split('\n').filter(Boolean)).toEqual([
      'Hello Ana Peña,',
      'Bo invites you.',
      'Open it by December 5, 2026.',
      'Open:',
      'https://path.example.org/l/abc?x=1&y=2',
      'The link works once.',
      '--',
      'You get this mail because you take part in Michigan on Braidway.',
    ]);
    for (const words of ['Bo invites you.', 'December 5, 2026', 'The link works once.'])
      expect(mail.html).toContain(words);
    expect(mail.html).toContain('href="https://path.example.org/l/abc?x&#x3D;1&amp;y&#x3D;2"');
    expect(mail.html).toContain('<html lang="en">');
  });

  it('shows markup in a value as text, in the HTML part only', () => {
    const evil = '<img src=x onerror="alert(1)">{{t "x"}}&';
    const mail = renderer.render(
      'test.invitation',
      { ...data, inviter: evil },
      { ...frame, name: evil, tenantName: evil },
    );
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;img src&#x3D;x onerror&#x3D;&quot;alert(1)&quot;&gt;');
    expect(mail.text).toContain(`${evil} invites you.`);
  });

  it('keeps its subject on one line', () => {
    const mail = renderer.render('test.invitation', data, { ...frame, tenantName: 'A\r\nBcc: eve@example.org' });
    expect(mail.subject).toBe('Join A Bcc: eve@example.org');
  });

  it('leaves out what it has not', () => {
    const mail = renderer.render('test.plain', {}, { ...frame, name: null, tenantName: null });
    expect(mail.text.split('\n').filter(Boolean)).toEqual([
      'Hello,',
      'All done.',
      '--',
      expect.stringContaining('this address was given to Braidway'),
    ]);
    expect(mail.html).not.toContain('<a ');
  });

  it('says that it belongs to the demo', () => {
    expect(renderer.render('test.plain', {}, { ...frame, demo: true }).text).toContain('message of the demo');
  });

  it('is refused without its words, a value, or the link of its button', () => {
    expect(() => renderer.render('test.unknown', {}, frame)).toThrow('test:mails.unknown.');
    expect(() => renderer.render('test.invitation', { link: '/x', inviter: 'Bo' }, frame)).toThrow('"expires"');
    expect(() => renderer.render('test.invitation', { ...data, link: undefined }, frame)).toThrow('no link');
    expect(() => renderer.render('test.invitation', { ...data, link: 'javascript:alert(1)' }, frame)).toThrow(
      'web address',
    );
  });
});
