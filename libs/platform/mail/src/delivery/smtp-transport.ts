import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '@platform/config';
import { envelope } from './envelope';
import { MailTransport, type OutgoingMail } from './mail-transport';

const CONNECTIONS = 4;
const TIMEOUT_MS = 20_000;
const SUBMISSION_PORT = 587;
const SMTPS_PORT = 465;

/** Sends mails through the server of SMTP_URL, over a few connections that stay open. */
export class SmtpTransport extends MailTransport {
  private readonly transporter: Transporter;

  constructor(private readonly config: Config) {
    super();
    const url = new URL(config.smtpUrl!);
    const secure = url.protocol === 'smtps:';
    this.transporter = createTransport({
      host: url.hostname,
      port: url.port ? Number(url.port) : secure ? SMTPS_PORT : SUBMISSION_PORT,
      secure,
      auth: url.username
        ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
        : undefined,
      pool: true,
      maxConnections: CONNECTIONS,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    });
  }

  async deliver(mail: OutgoingMail): Promise<void> {
    await this.transporter.sendMail(envelope(mail, this.config));
  }

  override async close(): Promise<void> {
    this.transporter.close();
  }
}
