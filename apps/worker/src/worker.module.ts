import { Module } from '@nestjs/common';
import { AccessModule } from '@platform/access';
import { ClockModule } from '@platform/clock';
import { ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { JobsWorkerModule } from '@platform/jobs';
import { OutboxModule } from '@platform/outbox';

/** Reacts to events, runs schedules, and does everything that waits for others. Serves no requests. */
@Module({
  imports: [ConfigModule, ClockModule, DatabaseModule, AccessModule, OutboxModule, JobsWorkerModule],
})
export class WorkerModule {}
