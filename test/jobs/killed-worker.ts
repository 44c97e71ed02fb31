// A worker that the test kills: the real machinery with mail, and one handler more.
import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { AccessModule } from '@platform/access';
import { AuditWorkerModule } from '@platform/audit';
import { ClockModule } from '@platform/clock';
import { ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { EventHandlers, JobsWorkerModule } from '@platform/jobs';
import { MailModule, MailWorkerModule, Recipients } from '@platform/mail';
import { OutboxModule } from '@platform/outbox';
import { runWorker } from '../../apps/worker/src/run-worker';
import { MAIL_WORDS } from './mail-words';

@Global()
@Module({
  providers: [{ provide: Recipients, useValue: { person: async () => null } }, MAIL_WORDS],
  exports: [Recipients, MAIL_WORDS],
})
class Surroundings {}

@Module({})
class EffectsModule {
  constructor(handlers: EventHandlers) {
    handlers.on('test.thing-happened.v1', 'write-down', async (tx, event) => {
      await tx.query('insert into effect_log (event_id) values ($1)', [event.id]);
    });
  }
}

@Module({
  imports: [
    ConfigModule,
    ClockModule,
    DatabaseModule,
    AccessModule,
    OutboxModule,
    JobsWorkerModule,
    AuditWorkerModule,
    Surroundings,
    MailModule,
    MailWorkerModule,
    EffectsModule,
  ],
})
class KilledWorkerModule {}

void runWorker(KilledWorkerModule);
