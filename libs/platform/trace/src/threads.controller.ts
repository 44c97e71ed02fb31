import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '@platform/context';
import { Can, CurrentActor } from '@platform/http';
import { ShowThreadRequest } from './dto/show-thread.request';
import { ThreadResponse } from './dto/thread.response';
import { ThreadsQueries } from './threads.queries';
import { TraceLink } from './trace-link.entity';

/** The thread from a record to its causes and results. */
@Controller('api/v1/t/:tenant/threads')
export class ThreadsController {
  constructor(private readonly threads: ThreadsQueries) {}

  /** What a record came of and what came of it. Records that you may not read are left out. */
  @Get()
  @Can('read', TraceLink)
  show(@CurrentActor() actor: Actor, @Query() { kind, id }: ShowThreadRequest): Promise<ThreadResponse> {
    return this.threads.thread(actor, { kind, id: id.toLowerCase() });
  }
}
