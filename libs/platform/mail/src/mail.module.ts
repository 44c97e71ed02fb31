import { Global, Module } from '@nestjs/common';
import { Mail } from './mail';
import { MailRenderer } from './mail-renderer';

/** Asking for mails is open to every module. Needs `Recipients`, which the directory implements. */
@Global()
@Module({ providers: [Mail, MailRenderer], exports: [Mail, MailRenderer] })
export class MailModule {}
