export { type Delivery, DeliveryQueue } from './delivery-queue';
export { declaredJobTypes, type DomainEvent, jobType, NO_TENANT, Outbox } from './outbox';
export { OutboxModule } from './outbox.module';
export { OutboxRelay } from './outbox-relay';
