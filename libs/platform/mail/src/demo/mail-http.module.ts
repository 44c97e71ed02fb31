import { Module } from '@nestjs/common';
import { DemoMailController } from './demo-mail.controller';
import { Mailbox } from './mailbox';

/** The demo's mailbox. */
@Module({ controllers: [DemoMailController], providers: [Mailbox] })
export class MailHttpModule {}
