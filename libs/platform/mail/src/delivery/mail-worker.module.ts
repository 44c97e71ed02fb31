import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@platform/config';
import { FolderTransport } from './folder-transport';
import { MailSending } from './mail-sending';
import { MailTransport } from './mail-transport';
import { SmtpTransport } from './smtp-transport';

/** Sends mails: through SMTP_URL, or into a folder when it is not set. */
@Module({
  providers: [
    {
      provide: MailTransport,
      inject: [Config],
      useFactory: (config: Config) => (config.smtpUrl ? new SmtpTransport(config) : new FolderTransport(config)),
    },
    MailSending,
  ],
  exports: [MailTransport],
})
export class MailWorkerModule implements OnApplicationShutdown {
  constructor(private readonly transport: MailTransport) {}

  /** Closes the connections to the mail server. */
  async onApplicationShutdown(): Promise<void> {
    await this.transport.close();
  }
}
