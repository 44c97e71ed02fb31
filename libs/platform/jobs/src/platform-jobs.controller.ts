import { Controller, Get } from '@nestjs/common';
import { PlatformAdmin } from '@platform/http';
import { PlatformJobsResponse } from './dto/jobs.response';
import { JobsQueries } from './jobs.queries';

/** The jobs of the whole platform, as counts. */
@Controller('api/v1/jobs')
export class PlatformJobsController {
  constructor(private readonly queries: JobsQueries) {}

  /** Counts of waiting and given-up jobs by tenant, and the schedules. */
  @Get()
  @PlatformAdmin()
  overview(): Promise<PlatformJobsResponse> {
    return this.queries.platform();
  }
}
