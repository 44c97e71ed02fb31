import type { SendMailOptions } from 'nodemailer';
import type { Config } from '@platform/config';
import type { OutgoingMail } from './mail-transport';

/** Sender: `?from=` of SMTP_URL, else no-reply at the host of PUBLIC_URL. */
export function senderOf(config: Config): { name: string; address: string } {
  const given = config.smtpUrl ? new URL(config.smtpUrl).searchParams.get('from') : null;
  return { name: 'Braidway', address: given ?? `no-reply@${new URL(config.publicUrl).hostname}` };
}

/** A mail with its headers. The Message-ID comes from the row, so a repeated attempt is the same message. */
export function envelope(mail: OutgoingMail, config: Config): SendMailOptions {
  const sender = senderOf(config);
  return {
    from: sender,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.date,
    messageId: `<${mail.id}@${sender.address.split('@')[1]}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
