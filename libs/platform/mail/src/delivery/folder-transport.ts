import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '@platform/config';
import { newId } from '@platform/context';
import { envelope } from './envelope';
import { MailTransport, type OutgoingMail } from './mail-transport';

/** Folder of the `.eml` files. */
export function mailFolder(config: Config): string {
  return join(config.dataDir, 'mail');
}

/**
 * Writes mails as `.eml` files into DATA_DIR/mail, for a system without a mail server. A file appears whole or not at
 * all, and a repeated attempt overwrites its own file.
 */
export class FolderTransport extends MailTransport {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly config: Config) {
    super();
  }

  async deliver(mail: OutgoingMail): Promise<void> {
    const folder = mailFolder(this.config);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { message } = await this.composer.sendMail(envelope(mail, this.config));
    const temporary = join(folder, `.${mail.id}.${newId()}.tmp`);
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(message as Buffer);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, `${mail.id}.eml`));
  }
}
