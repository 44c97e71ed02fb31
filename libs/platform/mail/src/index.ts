export { MailHttpModule } from './demo/mail-http.module';
export { MailTransport, type OutgoingMail } from './delivery/mail-transport';
export { MailWorkerModule } from './delivery/mail-worker.module';
export { type Address, Mail, type MailRequest, type TenantMailRequest } from './mail';
export { MailMessage } from './mail-message.entity';
export { MailModule } from './mail.module';
export { type MailData, type MailFrame, MailRenderer, type RenderedMail } from './mail-renderer';
export { type Recipient, Recipients } from './recipients';
