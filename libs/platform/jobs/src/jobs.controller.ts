import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import { Can, CurrentActor, IdParam } from '@platform/http';
import { DeadLetter } from './dead-letter.entity';
import { DeadLetterResponse } from './dto/dead-letter.response';
import { JobsResponse } from './dto/jobs.response';
import { ListJobsRequest } from './dto/list-jobs.request';
import { JobsQueries } from './jobs.queries';
import { JobsService } from './jobs.service';

const ACTIONS = ['replay'];

/** The jobs of a tenant that were given up. */
@Controller('api/v1/t/:tenant/jobs')
export class JobsController {
  constructor(
    private readonly queries: JobsQueries,
    private readonly jobs: JobsService,
    private readonly access: Access,
  ) {}

  /** Lists the jobs that were given up, with the counts of all. */
  @Get()
  @Can('read', DeadLetter)
  async list(@CurrentActor() actor: Actor, @Query() query: ListJobsRequest): Promise<JobsResponse> {
    const page = await this.queries.list(actor, query);
    return { ...page, items: page.items.map((letter) => this.response(actor, letter)) };
  }

  /** Has a given-up job tried again. */
  @Post(':id/replay')
  @HttpCode(200)
  @Can('replay', DeadLetter)
  async replay(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DeadLetterResponse> {
    return this.response(actor, await this.jobs.replay(actor, id));
  }

  private response(actor: Actor, letter: DeadLetter): DeadLetterResponse {
    return DeadLetterResponse.from(letter, this.access.allowed(actor, letter, ACTIONS));
  }
}
