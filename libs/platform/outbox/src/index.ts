export { type DomainEvent, Outbox } from './outbox';
export { OutboxModule } from './outbox.module';
