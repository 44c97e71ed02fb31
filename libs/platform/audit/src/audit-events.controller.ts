import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '@platform/context';
import { Can, CurrentActor } from '@platform/http';
import { AuditEvent } from './audit-event.entity';
import { AuditQueries } from './audit.queries';
import { AuditEventPage } from './dto/audit-event.response';
import { ListAuditEventsRequest } from './dto/list-audit-events.request';

/** Who changed what, and when. */
@Controller('api/v1/t/:tenant/audit-events')
export class AuditEventsController {
  constructor(private readonly queries: AuditQueries) {}

  /** Lists changes, newest first. */
  @Get()
  @Can('read', AuditEvent)
  list(@CurrentActor() actor: Actor, @Query() query: ListAuditEventsRequest): Promise<AuditEventPage> {
    return this.queries.list(actor, query);
  }
}
