import { Module } from '@nestjs/common';
import { DemoClockController } from './demo-clock.controller';
import { JobsController } from './jobs.controller';
import { JobsModule } from './jobs.module';
import { PlatformJobsController } from './platform-jobs.controller';

/** Pages for administrators: jobs that were given up. */
@Module({ imports: [JobsModule], controllers: [JobsController, PlatformJobsController, DemoClockController] })
export class JobsHttpModule {}
