import { Global, Module } from '@nestjs/common';
import { Logger } from '@platform/http';
import { DeliveryQueue, OutboxRelay } from '@platform/outbox';
import { BullQueues } from './bull-queues';
import { CleanUp } from './clean-up';
import { DeadLetters } from './dead-letters';
import { DeliveryAttempts } from './delivery-attempts';
import { EventDelivery } from './event-delivery';
import { EventHandlers } from './event-handlers';
import { JobsModule } from './jobs.module';
import { RetryRules } from './retry-rules';
import { ScheduleRuns } from './schedule-runs';
import { Scheduler } from './scheduler';
import { WorkerLoop } from './worker-loop';

/** The machinery of the worker. Other worker modules inject `EventHandlers` and register in their constructors. */
@Global()
@Module({
  imports: [JobsModule],
  providers: [
    Logger,
    EventHandlers,
    EventDelivery,
    DeadLetters,
    DeliveryAttempts,
    RetryRules,
    ScheduleRuns,
    BullQueues,
    { provide: DeliveryQueue, useExisting: BullQueues },
    OutboxRelay,
    Scheduler,
    CleanUp,
    WorkerLoop,
  ],
  exports: [EventHandlers, Logger],
})
export class JobsWorkerModule {}
