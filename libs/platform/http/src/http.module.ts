import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { HealthController } from './health.controller';
import { Idempotency } from './idempotency';
import { Logger } from './logger';
import { Metrics } from './metrics';
import { ProblemFilter } from './problem.filter';
import { TableDownload } from './table-download';

/** Conventions of every route: who may call it, problems, downloads, idempotency, health and metrics. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    ProblemFilter,
    Metrics,
    Logger,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: Idempotency },
    { provide: APP_INTERCEPTOR, useClass: TableDownload },
  ],
  exports: [ProblemFilter, Metrics, Logger],
})
export class HttpModule {}
