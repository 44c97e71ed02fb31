import { Global, Module } from '@nestjs/common';
import { Access } from '@platform/access';
import { DemoClock } from './demo-clock';
import { jobsPolicy } from './jobs.policy';
import { JobsQueries } from './jobs.queries';
import { JobsService } from './jobs.service';

/** What every process knows of the jobs: those given up, and the clock that a demo may move. */
@Global()
@Module({ providers: [DemoClock, JobsQueries, JobsService], exports: [DemoClock, JobsQueries, JobsService] })
export class JobsModule {
  constructor(access: Access) {
    access.register(jobsPolicy);
  }
}
