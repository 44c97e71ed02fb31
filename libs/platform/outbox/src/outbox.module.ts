import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox';

/** Announcing facts is open to every module. */
@Global()
@Module({ providers: [Outbox], exports: [Outbox] })
export class OutboxModule {}
